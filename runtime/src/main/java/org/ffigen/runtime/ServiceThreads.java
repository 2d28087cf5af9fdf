package org.ffigen.runtime;

/**
 * Threads of the runtime's own. They serve many callers, so that they have nothing of the one that happened to be the
 * first: no inheritable thread-locals, and the system's class loader as context. Stateless.
 */
final class ServiceThreads {
    /** Belongs to nobody: whether it may use memory tells whether that is confined to a thread. */
    static final Thread SOMEBODY_ELSE = Thread.ofPlatform().unstarted(() -> {
    });

    private ServiceThreads() {
    }

    /** One that the virtual machine waits for, not started yet. */
    static Thread of(String name, Runnable work) {
        Thread thread = Thread.ofPlatform()
                .daemon(false)
                .inheritInheritableThreadLocals(false)
                .name(name)
                .unstarted(work);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }
}
