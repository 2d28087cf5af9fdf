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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The object behind {@link DynamicLibrary#bind}. Immutable: safe for any thread. */
final class InterfaceBinding implements InvocationHandler {
    private final Class<?> type;
    private final Ffi ffi;
    private final Map<Method, NativeFunction> functions = new HashMap<>();

    private InterfaceBinding(DynamicLibrary library, Class<?> type) {
        this.type = type;
        this.ffi = library.ffi();
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
                functions.put(method, function(library, method));
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

    private static NativeFunction function(DynamicLibrary library, Method method) {
        CName given = method.getAnnotation(CName.class);
        String name = given == null ? method.getName() : given.value();
        boolean declared = library.table().entries().containsKey(name);
        try {
            NativeFunction function = library.function(name, declared ? null : JavaTypes.signature(method));
            MethodCheck.check(method, function);
            return function;
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("cannot bind " + method + ": " + bad.getMessage(), bad);
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        NativeFunction function = functions.get(method);
        if (function != null) {
            Object[] given = arguments == null ? new Object[0] : arguments.clone();
            encodeTexts(function.signature().parameters(), given);
            Class<?> result = JavaTypes.resultType(method);
            UnaryOperator<@Nullable Object> reader = value -> JavaTypes.result(ffi, value, result);
            return result == method.getReturnType() ? function.call(reader, given) : function.callAsync(reader, given);
        }
        if (method.isDefault()) {
            return ffi.defaultMethod(type, method)
                    .bindTo(proxy)
                    .invokeWithArguments(
                            arguments == null ? new Object[0] : arguments);
        }
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getName() + functions.values();
        };
    }

    private static void encodeTexts(List<NativeType> types, @Nullable Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof String text && types.get(i) == NativeType.BUFFER) {
                arguments[i] = MemorySegment.ofArray(Ffi.cString(text)).asReadOnly();
            }
        }
    }
}
