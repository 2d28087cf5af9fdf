package org.ffigen.runtime.cases;

import static org.ffigen.runtime.dynamic.NativeType.BOOL;
import static org.ffigen.runtime.dynamic.NativeType.BUFFER;
import static org.ffigen.runtime.dynamic.NativeType.F32;
import static org.ffigen.runtime.dynamic.NativeType.F64;
import static org.ffigen.runtime.dynamic.NativeType.FUNCTION;
import static org.ffigen.runtime.dynamic.NativeType.I16;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.I64;
import static org.ffigen.runtime.dynamic.NativeType.I8;
import static org.ffigen.runtime.dynamic.NativeType.ISIZE;
import static org.ffigen.runtime.dynamic.NativeType.POINTER;
import static org.ffigen.runtime.dynamic.NativeType.U16;
import static org.ffigen.runtime.dynamic.NativeType.U32;
import static org.ffigen.runtime.dynamic.NativeType.U64;
import static org.ffigen.runtime.dynamic.NativeType.U8;
import static org.ffigen.runtime.dynamic.NativeType.USIZE;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.ffigen.runtime.CLibrary;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.Ffi;
import org.ffigen.runtime.dynamic.NativeFunction;
import org.ffigen.runtime.dynamic.NativeType;
import org.ffigen.runtime.dynamic.SymbolTable;

/** {@code src/test/c/cases.c} through the dynamic binder. */
final class CasesLibrary {
    static final Ffi FFI = Ffi.of(MethodHandles.lookup());
    static final NativeType RECT = NativeType.struct(F64, F64, F64, F64);
    static final NativeType MIXED = NativeType.struct(U8, F32, RECT, USIZE, NativeType.struct(U32, U32));
    static final Map<String, NativeType> SCALARS = new TreeMap<>(Map.ofEntries(Map.entry("bool", BOOL),
            Map.entry("u8", U8), Map.entry("i8", I8), Map.entry("u16", U16), Map.entry("i16", I16),
            Map.entry("u32", U32), Map.entry("i32", I32), Map.entry("u64", U64), Map.entry("i64", I64),
            Map.entry("usize", USIZE), Map.entry("isize", ISIZE), Map.entry("f32", F32), Map.entry("f64", F64)));
    static final Path FILE = file();

    private CasesLibrary() {
    }

    private static Path file() {
        String given = System.getProperty("cases.library");
        try {
            return given != null
                    ? Path.of(given)
                    : CLibrary.compileFile("cases.c", Path.of("target/cases/libcases.so").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DynamicLibrary open() {
        return FFI.open(FILE.toString(), table());
    }

    static DynamicLibrary open(SymbolTable table) {
        return FFI.open(FILE.toString(), table);
    }

    /** One function of a library that stays open. */
    static NativeFunction function(String name) {
        return Shared.LIBRARY.function(name);
    }

    static Object call(String name, Object... arguments) {
        return function(name).call(arguments);
    }

    private static final class Shared {
        static final DynamicLibrary LIBRARY = open();
    }

    static SymbolTable table() {
        SymbolTable.Builder table = SymbolTable.builder();
        SCALARS.forEach((word, type) -> {
            table.function("return_" + word, type).function("nop_" + word, VOID, type);
            if (type != BOOL && type != U8 && type != I8 && type != U16 && type != I16) {
                table.function("add_" + word, type, type, type);
            }
        });
        table.function("nop_buffer", VOID, BUFFER)
                .function("nop_many_parameters", VOID, U8, I8, U16, I16, U32, I32, U64, I64, USIZE, ISIZE, F32, F64,
                        BUFFER, U8, I8, U16, I16, U32, I32, U64, I64, USIZE, ISIZE, F32, F64, BUFFER)
                .function("and", BOOL, BOOL, BOOL)
                .function("add_usize_fast", U32, USIZE, USIZE)
                .function("cast_u8_u32", U32, U8)
                .function("cast_u32_u8", U8, U32)
                .function("add_many_u16", U16, U16, U16, U16, U16, U16, U16, U16, U16, U16, U16, U16, U16, U16)
                .function("log_many_parameters", VOID, U8, U16, U32, U64, F64, F32, I64, I32, I16, I8, ISIZE, USIZE,
                        F64, F32, F64, F32, F64, F32, F64);
        table.function("print_buffer", VOID, BUFFER, USIZE)
                .function("print_buffer2", VOID, BUFFER, USIZE, BUFFER, USIZE)
                .function("return_buffer", BUFFER)
                .function("is_null_ptr", BOOL, POINTER)
                .function("fill_buffer", VOID, U8, BUFFER, USIZE)
                .function("hash", U32, BUFFER, U32)
                .function("ffi_string", POINTER)
                .function("ffi_string_of_pointer", POINTER);
        table.function("get_add_u32_ptr", POINTER)
                .function("get_sleep_blocking_ptr", POINTER)
                .function("call_fn_ptr", VOID, FUNCTION)
                .function("call_fn_ptr_many_parameters", VOID, FUNCTION)
                .function("call_fn_ptr_return_u8", VOID, FUNCTION)
                .function("call_fn_ptr_return_buffer", VOID, FUNCTION)
                .function("call_fn_ptr_return_usize", USIZE, FUNCTION)
                .function("call_fn_ptr_return_isize", ISIZE, FUNCTION)
                .function("store_function", VOID, FUNCTION)
                .function("store_function_2", VOID, FUNCTION)
                .function("call_stored_function", VOID)
                .function("call_stored_function_2", VOID, U8)
                .function("call_rect", RECT, FUNCTION, RECT);
        table.function("sleep_blocking", VOID, U64)
                .function("nonblocking_buffer", VOID, BUFFER, USIZE)
                .function("nonblocking_buffer_checksum", U32, BUFFER, USIZE, U8)
                .function("make_rect", RECT, F64, F64, F64, F64)
                .function("print_rect", VOID, RECT)
                .function("create_mixed", MIXED, U8, F32, RECT, USIZE, BUFFER)
                .function("print_mixed", VOID, MIXED)
                .function("sum_tagged", I32, NativeType.struct(U8, U32))
                .function("sum_bits", U32, NativeType.struct(U32))
                .function("sum_floats4", F32, NativeType.struct(F32, F32, F32, F32))
                .function("sum_floats3", F32, NativeType.struct(F32, F32, F32));
        table.function("call_stored_function_thread_safe", VOID)
                .function("call_stored_function_thread_safe_and_log", VOID)
                .function("call_on_thread_and_join", VOID, FUNCTION)
                .function("slow_call_stored_function", U32, U64);
        return table.build();
    }
}
