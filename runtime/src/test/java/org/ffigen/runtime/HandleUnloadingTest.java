package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.Tin;

/** Classes of handles whose loader comes and goes, as that of a plug-in, while the runtime stays. */
class HandleUnloadingTest {

    /** Has the runtime, which is one for all, and nothing else of the tests' classes. */
    private static final class SharedRuntime extends ClassLoader {
        SharedRuntime() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.ffigen.runtime.")) {
                return Class.forName(name, false, OwnedPointer.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }

    private static URLClassLoader plugIn() {
        URL own = Tin.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[]{own}, new SharedRuntime());
    }

    private static WeakReference<ClassLoader> usedUp(String method) throws Exception {
        try (URLClassLoader loader = plugIn()) {
            loader.loadClass("sample.TinShop").getMethod(method).invoke(null);
            return new WeakReference<>(loader);
        }
    }

    private static boolean isCollected(WeakReference<?> reference) throws InterruptedException {
        for (int i = 0; i < 100 && !reference.refersTo(null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        return reference.refersTo(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sell", "lose", "isOpen"})
    void a_class_goes_with_its_loader_whether_its_handles_are_closed_or_lost_or_in_a_static_field(String method)
            throws Exception {
        assertThat(isCollected(usedUp(method))).isTrue();
    }

    @Test
    void handles_of_classes_with_one_name_and_two_loaders_are_not_the_same_thing() throws Exception {
        MemorySegment address = MemorySegment.ofAddress(0x7118);
        Tin tin = Tin.of(address);
        try (URLClassLoader loader = plugIn()) {
            OwnedPointer<?> other = (OwnedPointer<?>) loader.loadClass("sample.Tin")
                    .getMethod("of", MemorySegment.class)
                    .invoke(null, address);
            other.close();
            assertThat(other.isOpen()).isFalse();
        }
        assertThat(tin.isOpen()).isTrue();
    }

    @Test
    void the_null_pointer_is_never_closed() {
        Tin.NULL.close();
        assertThat(Tin.NULL.isOpen()).isTrue();
        assertThat(Tin.of(MemorySegment.NULL).segment()).isEqualTo(MemorySegment.NULL);
        OwnedPointer.giveAway(Tin.NULL);
        OwnedPointer.taken(Tin.NULL);
        assertThat(Tin.NULL.segment()).isEqualTo(MemorySegment.NULL);
    }
}
