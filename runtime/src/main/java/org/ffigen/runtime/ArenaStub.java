package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Function pointers that live as long as an arena of the user's. The stub itself lies in an arena of ours, so that it
 * is not freed while C is in it, whatever the user closes. Stateless: safe for any thread.
 */
final class ArenaStub {
    /** Those of one arena, which end together; of an arena that is collected nothing stays here. */
    private static final Map<MemorySegment.Scope, StubGroup> GROUPS = Collections.synchronizedMap(new WeakHashMap<>());

    private ArenaStub() {
    }

    static MemorySegment of(NativeAccess access, MethodHandle target, FunctionDescriptor descriptor, Arena arena) {
        if (arena instanceof CallbackScope scope) {
            return scope.stub(access, target, descriptor);
        }
        if (arena.scope().equals(Arena.global().scope())) {
            return access.upcallStub(target, descriptor, arena);
        }
        DeferredStubs.freeAll();
        StubGuard guard = StubGuard.untilClosed();
        boolean shared = Nonblocking.canPass(access.reinterpret(MemorySegment.NULL, 0, arena, null));
        Arena own = shared ? Arena.ofShared() : Arena.ofConfined();
        MemorySegment stub = access.upcallStub(guard.around(target, descriptor), descriptor, own);
        StubGroup group = GROUPS.computeIfAbsent(arena.scope(), ignored -> new StubGroup(List.of()));
        group.add(guard);
        return access.reinterpret(stub, 0, arena, ignored -> free(group, guard, own));
    }

    /** The user's arena is closed: what this throws comes out of its {@code close()}. */
    private static void free(StubGroup group, StubGuard guard, Arena own) {
        Thread running = group.close();
        if (running == null) {
            own.close();
        } else if (running != Thread.currentThread()) {
            DeferredStubs.add(group, own, running);
        } else if (!GeneratedCalls.adapterIsBelow()) {
            own.close();
        } else {
            DeferredStubs.add(group, own);
            throwIfRunning(guard);
        }
    }

    private static void throwIfRunning(StubGuard guard) {
        if (guard.runningOn() == Thread.currentThread()) {
            throw new IllegalStateException("an arena was closed by a callback that lives in it, while C is still in"
                    + " that callback: close it after the native call, or use a Callback for one call only");
        }
    }
}
