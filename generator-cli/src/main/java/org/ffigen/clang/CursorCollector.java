package org.ffigen.clang;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.function.Consumer;
import org.ffigen.clang.bindings.Bootstrap;

/**
 * The one visitor libclang gets: it takes down the cursors, and Java looks at them afterwards. So no Java code but this
 * runs below C, and what it throws is carried over.
 */
final class CursorCollector {

    private static final int CONTINUE = 1;
    private static final int BREAK = 0;

    private final Arena arena = Arena.ofAuto();
    private MemorySegment cursorVisitor;
    private MemorySegment fieldVisitor;

    private long[] words = new long[4096];
    private MemorySegment segment = MemorySegment.ofArray(words);
    private int used;
    private Throwable thrown;

    /** The cursors that {@code visit} shows to the {@code CXCursorVisitor} it is given. */
    long[] cursors(Consumer<MemorySegment> visit) {
        if (cursorVisitor == null) {
            cursorVisitor = Bootstrap.cursorVisitor(target("visit", MemorySegment.class, MemorySegment.class,
                    MemorySegment.class), arena);
        }
        return collect(visit, cursorVisitor);
    }

    /** The cursors that {@code visit} shows to the {@code CXFieldVisitor} it is given. */
    long[] fields(Consumer<MemorySegment> visit) {
        if (fieldVisitor == null) {
            fieldVisitor = Bootstrap.fieldVisitor(target("visit", MemorySegment.class, MemorySegment.class), arena);
        }
        return collect(visit, fieldVisitor);
    }

    private long[] collect(Consumer<MemorySegment> visit, MemorySegment visitor) {
        used = 0;
        thrown = null;
        visit.accept(visitor);
        switch (thrown) {
            case null -> {
                return Arrays.copyOf(words, used);
            }
            case Error e -> throw e;
            default -> throw new IllegalStateException(thrown);
        }
    }

    private int visit(MemorySegment cursor, MemorySegment parent, MemorySegment data) {
        return visit(cursor, data);
    }

    private int visit(MemorySegment cursor, MemorySegment data) {
        try {
            if (used == words.length) {
                words = Arrays.copyOf(words, used * 2);
                segment = MemorySegment.ofArray(words);
            }
            MemorySegment.copy(cursor, 0, segment, (long) used * Long.BYTES, Cursor.BYTES);
            used += Cursor.WORDS;
            return CONTINUE;
        } catch (Throwable t) {
            thrown = t;
            return BREAK;
        }
    }

    private MethodHandle target(String name, Class<?>... parameters) {
        try {
            return MethodHandles.lookup().findVirtual(CursorCollector.class, name,
                    MethodType.methodType(int.class, parameters)).bindTo(this);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
