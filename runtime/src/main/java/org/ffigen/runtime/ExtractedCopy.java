package org.ffigen.runtime;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The folder and file that a library of a jar was copied to. Deleted once, when the library is closed or was not opened;
 * at the latest when the process ends normally. Safe for any thread.
 */
final class ExtractedCopy implements Consumer<MemorySegment> {
    /** Those that were not deleted yet. Unlike {@link java.io.File#deleteOnExit}, what is deleted is forgotten. */
    private static final Set<ExtractedCopy> LEFT = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path file;

    private ExtractedCopy(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** @param file may not exist yet */
    static ExtractedCopy in(Path folder, Path file) {
        AtExit.register();
        ExtractedCopy copy = new ExtractedCopy(folder, file);
        LEFT.add(copy);
        return copy;
    }

    Path file() {
        return file;
    }

    /** Where the content is written before the file has its name. */
    Path partial() {
        return folder.resolve("partial");
    }

    /** Deletes it when the arena is closed: after whatever is opened in the arena from now on is closed. */
    void deleteWith(NativeAccess access, Arena arena) {
        if (!arena.scope().equals(Arena.global().scope())) {
            MemorySegment unused = access.reinterpret(MemorySegment.NULL, 0, arena, this);
            assert unused.byteSize() == 0;
        }
    }

    @Override
    public void accept(MemorySegment ofClosedArena) {
        delete();
    }

    void delete() {
        if (LEFT.remove(this)) {
            delete(partial());
            delete(file);
            delete(folder);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException inUse) {
            // On Windows a library that is still loaded cannot be deleted: it stays, as after the end of a killed process.
        }
    }

    static int left() {
        return LEFT.size();
    }

    /** Deletes what is left. A class of its own, so that the hook is registered once, when it is first needed. */
    private static final class AtExit extends Thread {
        static {
            try {
                Runtime.getRuntime().addShutdownHook(new AtExit());
            } catch (IllegalStateException endsAlready) {
                // What is copied from now on stays unless it is closed.
            }
        }

        private AtExit() {
            super("ffigen-delete-copies");
        }

        /** Initializes this class. */
        static void register() {
        }

        @Override
        public void run() {
            for (ExtractedCopy copy : LEFT) {
                copy.delete();
            }
        }
    }
}
