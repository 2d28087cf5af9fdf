package org.ffigen.libclang;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a library itself for its version. Loads it for good, so it is the last resort. */
final class ClangVersionQuery {
    @SuppressWarnings("restricted")
    private static final AddressLayout STRING = ValueLayout.ADDRESS
            .withTargetLayout(MemoryLayout.sequenceLayout(Long.MAX_VALUE, ValueLayout.JAVA_BYTE));
    private static final MemoryLayout CX_STRING = MemoryLayout.structLayout(ValueLayout.ADDRESS.withName("data"),
            ValueLayout.JAVA_INT.withName("private_flags"), MemoryLayout.paddingLayout(4));

    /** {@code Debian clang version 19.1.7 (3)}. */
    private static final Pattern VERSION = Pattern.compile("clang version (\\d+)\\.");

    private ClangVersionQuery() {
    }

    /**
     * LLVM's major version.
     *
     * @throws IOException if the library cannot be loaded (with the loader's reason), is no libclang, or says
     *         something else
     */
    static int major(Path library) throws IOException {
        String text = text(library);
        Matcher matcher = VERSION.matcher(text);
        if (!matcher.find()) {
            throw new IOException("its version cannot be read: \"" + text + "\"");
        }
        return Integer.parseInt(matcher.group(1));
    }

    /**
     * What {@code clang_getClangVersion} answers.
     *
     * @throws IOException if the library cannot be loaded (with the loader's reason) or is no libclang
     */
    static String text(Path library) throws IOException {
        SymbolLookup symbols = load(library);
        MemorySegment getVersion = symbol(symbols, "clang_getClangVersion");
        MemorySegment getCString = symbol(symbols, "clang_getCString");
        MemorySegment dispose = symbol(symbols, "clang_disposeString");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment version = (MemorySegment) link(getVersion, FunctionDescriptor.of(CX_STRING))
                    .invokeExact((SegmentAllocator) arena);
            MemorySegment characters = (MemorySegment) link(getCString, FunctionDescriptor.of(STRING, CX_STRING))
                    .invokeExact(version);
            String text = characters.getString(0);
            link(dispose, FunctionDescriptor.ofVoid(CX_STRING)).invokeExact(version);
            return text;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the global arena: LLVM is not made to be unloaded. */
    @SuppressWarnings("restricted")
    private static SymbolLookup load(Path library) throws IOException {
        try {
            return SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new IOException("it cannot be loaded: " + FailureReason.of(e), e);
        }
    }

    private static MemorySegment symbol(SymbolLookup symbols, String name) throws IOException {
        return symbols.find(name).orElseThrow(() -> new IOException("it is no libclang: it has no " + name));
    }

    @SuppressWarnings("restricted")
    private static MethodHandle link(MemorySegment function, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(function, descriptor);
    }
}
