package org.ffigen.libclang;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one process at a time fill a place in the cache. The operating system frees the lock when its
 * process ends, however that happens; the lock file stays, because deleting it would let two in.
 */
final class CacheLock implements AutoCloseable {
    /** A file lock belongs to the whole JVM and throws when a second thread asks, so threads queue here first. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final FileChannel channel;

    private CacheLock(ReentrantLock thread, FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @param file the lock file; its folder must exist
     * @param beforeWaiting runs once if another process or thread holds the lock
     */
    static CacheLock acquire(Path file, Runnable beforeWaiting) throws IOException {
        ReentrantLock thread = THREADS.computeIfAbsent(file.toAbsolutePath(), path -> new ReentrantLock());
        boolean free = thread.tryLock();
        if (!free) {
            beforeWaiting.run();
            thread.lock();
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                if (free) {
                    beforeWaiting.run();
                }
                channel.lock();
            }
            return new CacheLock(thread, channel);
        } catch (IOException | RuntimeException e) {
            thread.unlock();
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            thread.unlock();
        }
    }
}
