//! A library in Rust with an interface in C, as in the header fibonacci.h beside it.

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Pair {
    pub previous: u64,
    pub current: u64,
}

/// The n-th Fibonacci number; u64::MAX if it does not fit.
#[no_mangle]
pub extern "C" fn fibonacci(n: u32) -> u64 {
    let mut pair = Pair { previous: 1, current: 0 };
    for _ in 0..n {
        match pair.previous.checked_add(pair.current) {
            Some(next) => pair = Pair { previous: pair.current, current: next },
            None => return u64::MAX,
        }
    }
    pair.current
}

/// One step of the sequence.
#[no_mangle]
pub extern "C" fn fibonacci_next(pair: Pair) -> Pair {
    Pair { previous: pair.current, current: pair.previous.wrapping_add(pair.current) }
}

/// Calls back with each number until the callback returns false; gives how often it did.
#[no_mangle]
pub extern "C" fn fibonacci_each(callback: extern "C" fn(u64) -> bool) -> u32 {
    let mut count = 0;
    while callback(fibonacci(count)) {
        count += 1;
    }
    count
}
