package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The object behind {@link DynamicLibrary#bind}. Immutable: safe for any thread. */
final class InterfaceBinding implements InvocationHandler {
    private final Class<?> type;
    private final DynamicLibrary library;
    private final Map<Method, BoundMethod> functions = new HashMap<>();

    private record BoundMethod(NativeFunction function, MethodTypes types) {}

    private InterfaceBinding(DynamicLibrary library, Class<?> type) {
        this.type = type;
        this.library = library;
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method) && !closes(method)) {
                functions.put(method, function(method));
            }
        }
    }

    static <T> T of(DynamicLibrary library, Class<T> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(type.getName() + " is no interface");
        }
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                new InterfaceBinding(library, type)));
    }

    /** An interface may declare these once more, as {@link java.util.Comparator} does. */
    private static boolean isOfObject(Method method) {
        return switch (method.getName()) {
            case "toString", "hashCode" -> method.getParameterCount() == 0;
            case "equals" -> Arrays.equals(method.getParameterTypes(), new Class<?>[]{Object.class});
            default -> false;
        };
    }

    /** What try-with-resources calls closes the library, unless it is said to be a function. */
    private boolean closes(Method method) {
        return method.getName().equals("close") && method.getParameterCount() == 0
                && AutoCloseable.class.isAssignableFrom(type) && !method.isAnnotationPresent(CName.class)
                && !library.table().entries().containsKey("close");
    }

    private BoundMethod function(Method method) {
        CName given = method.getAnnotation(CName.class);
        String name = given == null ? method.getName() : given.value();
        boolean declared = library.table().entries().containsKey(name);
        try {
            MethodTypes types = MethodTypes.of(type, method);
            NativeFunction function = library.function(name, declared ? null : JavaTypes.signature(types));
            MethodCheck.check(types, function);
            return new BoundMethod(function, types);
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("cannot bind " + method + ": " + bad.getMessage(), bad);
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        BoundMethod bound = functions.get(method);
        if (bound != null) {
            NativeFunction function = bound.function;
            Object[] given = arguments == null ? new Object[0] : arguments.clone();
            try {
                adapt(bound, given);
            } catch (IllegalArgumentException bad) {
                if (bound.types.future()) {
                    return CompletableFuture.failedFuture(bad);
                }
                throw bad;
            }
            Class<?> result = bound.types.result();
            UnaryOperator<@Nullable Object> reader = value -> JavaTypes.result(library.ffi(), value, result,
                    given);
            return bound.types.future() ? function.callAsync(reader, given) : function.call(reader, given);
        }
        if (method.isDefault()) {
            return library.ffi()
                    .defaultMethod(type, method)
                    .bindTo(proxy)
                    .invokeWithArguments(
                            arguments == null ? new Object[0] : arguments);
        }
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "close" -> close();
            default -> type.getName() + functions.values().stream().map(BoundMethod::function).toList();
        };
    }

    /** As of other objects that can be closed, a second time does nothing. */
    private @Nullable Object close() {
        library.closeIfOpen();
        return null;
    }

    /** Makes the method's arguments those of the function. */
    private static void adapt(BoundMethod bound, @Nullable Object[] arguments) {
        List<NativeType> types = bound.function.signature().parameters();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i] instanceof String text && types.get(i) == NativeType.BUFFER
                    ? encoded(text, bound.function, i)
                    : JavaTypes.argument(arguments[i], bound.types.parameters().get(i), types.get(i));
        }
    }

    private static MemorySegment encoded(String text, NativeFunction function, int index) {
        try {
            return MemorySegment.ofArray(Ffi.cString(text)).asReadOnly();
        } catch (IllegalArgumentException cut) {
            throw new IllegalArgumentException(function.where(index) + cut.getMessage(), cut);
        }
    }
}
