package org.ffigen.runtime.dynamic;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/**
 * The types of a method, as the interface that is bound has them: what its type arguments say in place of variables.
 *
 * @param result what the method returns; if that is a future, what that completes with
 * @param future whether it returns one
 */
record MethodTypes(List<Class<?>> parameters, Class<?> result, boolean future) {

    /** @throws IllegalArgumentException if it is not known what a future completes with */
    static MethodTypes of(Class<?> type, Method method) {
        Map<TypeVariable<?>, Type> known = new HashMap<>();
        addArguments(type, known);
        List<Class<?>> parameters = new ArrayList<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            parameters.add(erased(method.getGenericParameterTypes()[i], method.getParameterTypes()[i], known));
        }
        Class<?> result = erased(method.getGenericReturnType(), method.getReturnType(), known);
        return isFuture(result)
                ? new MethodTypes(List.copyOf(parameters), completesWith(method.getGenericReturnType(), result, known),
                        true)
                : new MethodTypes(List.copyOf(parameters), result, false);
    }

    private static void addArguments(Class<?> type, Map<TypeVariable<?>, Type> known) {
        for (Type parent : type.getGenericInterfaces()) {
            if (parent instanceof ParameterizedType given) {
                TypeVariable<?>[] variables = ((Class<?>) given.getRawType()).getTypeParameters();
                for (int i = 0; i < variables.length; i++) {
                    known.put(variables[i], given.getActualTypeArguments()[i]);
                }
            }
            addArguments(erased(parent, Object.class, known), known);
        }
    }

    /** @param otherwise what it is if it is not known */
    private static Class<?> erased(Type type, Class<?> otherwise, Map<TypeVariable<?>, Type> known) {
        return switch (resolved(type, known)) {
            case Class<?> same -> same;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> otherwise;
        };
    }

    private static Type resolved(Type type, Map<TypeVariable<?>, Type> known) {
        return type instanceof TypeVariable<?> variable && known.containsKey(variable)
                ? resolved(known.get(variable), known)
                : type;
    }

    private static boolean isFuture(Class<?> type) {
        return type == CompletableFuture.class || type == CompletionStage.class || type == Future.class;
    }

    private static Class<?> completesWith(Type future, Class<?> erased, Map<TypeVariable<?>, Type> known) {
        if (resolved(future, known) instanceof ParameterizedType generic
                && resolved(generic.getActualTypeArguments()[0], known) instanceof Class<?> type) {
            return type;
        }
        throw new IllegalArgumentException("the result of a " + erased.getSimpleName() + " must be a class");
    }
}
