package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.Properties;

/** What the system's error codes mean. Safe for any thread. */
final class ErrorTexts {

    /** Loaded when the first call fails. */
    private static final class Names {
        static final Properties OF_THIS_SYSTEM = load(Platform.CURRENT.target().replaceFirst("-.*", ""));

        private static Properties load(String system) {
            Properties names = new Properties();
            try (InputStream resource = ErrorTexts.class.getResourceAsStream("error-names-" + system + ".properties")) {
                if (resource != null) {
                    names.load(resource);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return names;
        }
    }

    private ErrorTexts() {
    }

    static String name(int code) {
        String number = Integer.toString(code);
        return Names.OF_THIS_SYSTEM.getProperty(number, number);
    }

    /** What the C library says of a code; nothing of Windows' own codes. */
    static String text(int code, NativeAccess access) {
        Optional<MemorySegment> function = Linker.nativeLinker().defaultLookup().find("strerror");
        if (function.isEmpty() || !CallState.isErrno()) {
            return "";
        }
        MethodHandle strerror = access.downcallHandle(FunctionDescriptor.of(ADDRESS, JAVA_INT));
        try {
            MemorySegment text = (MemorySegment) strerror.invokeExact(function.get(), code);
            return text.address() == 0 ? "" : access.reinterpret(text, Long.MAX_VALUE).getString(0);
        } catch (Throwable thrown) {
            throw Throwables.<RuntimeException>rethrow(thrown);
        }
    }
}
