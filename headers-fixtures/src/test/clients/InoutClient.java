package client;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import lib.inout.Held;
import lib.inout.InHeld_Collect;
import lib.inout.InKept_Collect;
import lib.inout.InUnnamed_O;
import lib.inout.InoutLibrary;
import lib.inout.InoutLibraryInstance;
import lib.inout.Pair;
import lib.inout.Step;
import org.ffigen.runtime.BytePtr;
import org.ffigen.runtime.FunctionPointer;
import org.ffigen.runtime.IntPtr;
import org.ffigen.runtime.LibrarySource;
import org.ffigen.runtime.PointerRef;

/** Gives pointers to places, and tells what C leaves there. */
final class InoutClient {

    private InoutClient() {
    }

    public static void main(String[] arguments) {
        try (Arena arena = Arena.ofShared()) {
            addresses(arena.allocate(8));
            pointers(arena);
            functions(arena);
            placesOfPlaces(arena);
            try (var instance = InoutLibraryInstance.open(LibrarySource.file(Path.of(arguments[0])))) {
                System.out.println("instance " + (instance.inMemory(arena.allocate(4), 2).result() == 1) + " "
                        + instance.inWords(words(arena)).o().get().getString());
            }
        }
        kept();
        refused();
    }

    private static void addresses(MemorySegment memory) {
        System.out.println("addresses " + (InoutLibrary.inMemory(memory, 3).o().address() - memory.address()) + " "
                + (InoutLibrary.inMemoryAsync(memory, 4).join().o().address() - memory.address()) + " "
                + (InoutLibrary.inConstMemory(memory, 5).o().address() - memory.address()) + " "
                + (InoutLibrary.inToken(memory, 6).o().address() - memory.address()) + " "
                + InoutLibrary.inMemory(MemorySegment.NULL, 7).o().address());
    }

    private static void pointers(Arena arena) {
        IntPtr numbers = IntPtr.allocateFrom(arena, 4, 5);
        var moved = InoutLibrary.inNumbers(numbers);
        System.out.println("numbers " + moved.result() + " " + moved.o().get());
        BytePtr text = BytePtr.of(arena.allocateFrom("ab"));
        System.out.println("texts " + InoutLibrary.inText(text).o() + " "
                + InoutLibrary.inLetters(text).o().getString());
        Pair.Ptr pairs = Pair.allocateArray(arena, 2);
        pairs.set(0, new Pair(1, 2)).set(1, new Pair(3, 4));
        var pair = InoutLibrary.inPair(pairs);
        System.out.println("pairs " + pair.result() + " " + pair.o().get() + " "
                + InoutLibrary.inValue(new Pair(6, 7)).o());
        var thing = InoutLibrary.inThing(InoutLibrary.things());
        System.out.println("things " + thing.result() + " " + InoutLibrary.thingNumber(thing.o()));
    }

    private static void functions(Arena arena) {
        FunctionPointer<Step> one = Step.of(x -> x + 1, arena);
        var step = InoutLibrary.inStep(one);
        System.out.println("functions " + step.result() + " " + Step.call(step.o(), 40) + " "
                + Step.call(InoutLibrary.inStepAsync(step.o()).join().o(), 40) + " "
                + InUnnamed_O.call(InoutLibrary.inUnnamed(InUnnamed_O.of(x -> 1, arena)).o(), 40) + " "
                + (InoutLibrary.inPrinting(MemorySegment.NULL).o().address() != 0));
    }

    private static void placesOfPlaces(Arena arena) {
        PointerRef<BytePtr> words = words(arena);
        var moved = InoutLibrary.inWords(words);
        System.out.println("words " + (char) moved.result() + " " + moved.o().get().getString() + " "
                + InoutLibrary.inWordsAsync(words).join().o().get().getString() + " "
                + InoutLibrary.inConstWords(words).o().get().getString());
        PointerRef<PointerRef<BytePtr>> place = PointerRef.allocate(arena, it -> PointerRef.of(it, BytePtr::of));
        place.set(words);
        InoutLibrary.inWordsRaw(place);
        System.out.println("the place itself " + (place.get().address() - words.address()));
        var both = InoutLibrary.inBoth(words, moved.o());
        System.out.println("both " + both.o().get().getString() + " " + both.p().get().getString());
        System.out.println("some " + InoutLibrary.inSome(words, 9, 1).o().get().getString());

        PointerRef<FunctionPointer<Step>> steps = PointerRef.allocate(arena, 2, it -> FunctionPointer.of(it));
        steps.set(0, Step.of(x -> 30, arena)).set(1, Step.of(x -> 31, arena));
        var step = InoutLibrary.inSteps(steps);
        System.out.println("steps " + step.result() + " " + Step.call(step.o().get(), 0));
    }

    private static PointerRef<BytePtr> words(Arena arena) {
        return PointerRef.allocate(arena, 2, BytePtr::of)
                .set(0, BytePtr.of(arena.allocateFrom("first")))
                .set(1, BytePtr.of(arena.allocateFrom("second")));
    }

    /** Nobody but the method has what it is given. */
    private static void kept() {
        try (Arena arena = Arena.ofConfined()) {
            var forgotten = new WeakReference<>(IntPtr.allocateFrom(Arena.ofAuto(), 8));
            System.out.println("kept " + InoutLibrary.inKept(forgotten.get(), InKept_Collect.of(() -> {
                System.gc();
                System.out.println("while C runs " + (forgotten.get() != null));
            }, arena)).result());
            var held = new WeakReference<>(IntPtr.allocateFrom(Arena.ofAuto(), 9));
            System.out.println("held " + InoutLibrary.inHeld(new Held(held.get()), InHeld_Collect.of(() -> {
                System.gc();
                System.out.println("while C runs " + (held.get() != null));
            }, arena)).result());
        }
    }

    private static void refused() {
        Arena arena = Arena.ofConfined();
        MemorySegment memory = arena.allocate(8);
        FunctionPointer<Step> step = Step.of(x -> x, arena);
        arena.close();
        for (Runnable call : new Runnable[]{() -> InoutLibrary.inMemory(memory, 1), () -> InoutLibrary.inStep(step)}) {
            try {
                call.run();
            } catch (IllegalStateException closed) {
                System.out.println("refused " + closed.getMessage().endsWith("is closed"));
            }
        }
    }
}
