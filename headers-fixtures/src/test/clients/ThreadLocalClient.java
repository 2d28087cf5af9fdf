package client;

import fixture.functions.FunctionsLibrary;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Reads and writes one thread-local variable in two threads that are alive at the same time. */
final class ThreadLocalClient {

    private ThreadLocalClient() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(2);
        String[] lines = new String[2];
        Thread first = new Thread(() -> lines[0] = "first " + readAndWrite(100, together));
        Thread second = new Thread(() -> lines[1] = "second " + readAndWrite(200, together));
        first.start();
        second.start();
        first.join();
        second.join();
        System.out.println(lines[0]);
        System.out.println(lines[1]);
        System.out.println("main " + FunctionsLibrary.fnPerThread());
    }

    private static String readAndWrite(int value, CyclicBarrier together) {
        try {
            int before = FunctionsLibrary.fnPerThread();
            together.await();
            FunctionsLibrary.fnPerThread(value);
            together.await();
            return before + " then " + FunctionsLibrary.fnPerThread();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
