package org.ffigen.bind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

import org.ffigen.config.FunctionRules;
import org.ffigen.config.Given;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.FunctionType;

/**
 * The arrays that a function gives, as its result or at the places of out-parameters, and where it tells their lengths:
 * at the place of another parameter, or by its result.
 */
final class GivenArrays {

    static final String UNSIGNED = "@Unsigned int";
    /** What a length is in Java. */
    static final Set<String> LENGTHS = Set.of("byte", "short", "int", "long", UNSIGNED, "@Unsigned long");

    private static final int RESULT = -1;

    private final Map<Integer, GivenArray> atPlaces = new HashMap<>();
    private final Map<Integer, OutParameter> lengths = new HashMap<>();
    private final Set<Integer> withLength = new HashSet<>();
    private final Set<Integer> countedByResult = new HashSet<>();
    private Optional<GivenArray> result = Optional.empty();

    private final FunctionRules rules;
    private final FunctionType type;
    private final IntFunction<String> places;
    private final String owner;
    private final Rulebook rulebook;
    private final TypeMapper types;
    private final Lowering lowering;
    private final TextRules texts;

    /** @param places what the places of parameters are called */
    GivenArrays(FunctionRules rules, FunctionType type, IntFunction<String> places, String owner, Rulebook rulebook,
            TypeMapper types, Lowering lowering, TextRules texts) {
        this.rules = rules;
        this.type = type;
        this.places = places;
        this.owner = owner;
        this.rulebook = rulebook;
        this.types = types;
        this.lowering = lowering;
        this.texts = texts;
    }

    /** Notes the array at the place of an out-parameter. */
    void add(int place, GivenArray array) {
        atPlaces.put(place, array);
    }

    boolean isAt(int place) {
        return atPlaces.containsKey(place);
    }

    /** The result is an array, whose length C writes to the place of that parameter. */
    void lengthOfResult(Given role, int index) {
        Optional<GivenArray> array = GivenArray.of(type.result(), owner, types, lowering);
        if (array.isEmpty()) {
            rulebook.refuse(role, "the function gives no array", "an array is of bytes or numbers: void *, int *");
            return;
        }
        Optional<String> free = rules.free().flatMap(texts::free);
        lengthOf(role, index, RESULT, free.map(array.get()::freed).orElse(array.get()))
                .ifPresent(given -> result = Optional.of(given));
    }

    /** The array at a place, with the length that C writes to the place of another parameter. */
    Optional<GivenArray> lengthOf(Given role, int index, int of) {
        return lengthOf(role, index, of, atPlaces.get(of));
    }

    /** The place of the length is no parameter of the method, and what is there none of its results. */
    private Optional<GivenArray> lengthOf(Given role, int index, int of, GivenArray array) {
        CType place = type.parameters().get(index).type();
        boolean constant = lowering.resolve(place) instanceof CType.Pointer pointer
                && pointer.pointee() instanceof CType.Const;
        Optional<OutParameter> out = constant
                ? Optional.empty()
                : OutParameter.of(place, places.apply(index), types, lowering, texts);
        if (out.isEmpty() || !LENGTHS.contains(out.get().type())) {
            rulebook.refuse(role, "C tells the length of what it gives at a pointer to an integer",
                    "pass the memory and the length yourself");
            return Optional.empty();
        }
        if (!isFirstLength(role, of)) {
            return Optional.empty();
        }
        lengths.put(index, out.get());
        return Optional.of(array.withLength(out.get().read("{" + index + "}"), out.get().type().equals(UNSIGNED)));
    }

    /** The array at a place, whose length is what the function gives. */
    Optional<GivenArray> countedByResult(Given role, String name, int of) {
        String length = types.map(type.result(), owner).resultType();
        if (!isAt(of)) {
            rulebook.refuse(role, "C gives no array at %s".formatted(name),
                    "the result is the length of an out-parameter of bytes or numbers: %s: out".formatted(name));
        } else if (!LENGTHS.contains(length)) {
            rulebook.refuse(role, "the result is no integer", "take the role out");
        } else if (rules.errno().filter(policy -> policy.text().equals("nonzero")).isPresent()) {
            rulebook.refuse(role, "with errno: nonzero the result is 0", "say errno: negative, or name a method");
        } else if (isFirstLength(role, of)) {
            countedByResult.add(of);
            return Optional.of(atPlaces.get(of).withLength("result", length.equals(UNSIGNED)));
        }
        return Optional.empty();
    }

    private boolean isFirstLength(Given role, int of) {
        boolean first = withLength.add(of);
        if (!first) {
            rulebook.refuse(role, "another parameter is that length already", "take one of the two roles out");
        }
        return first;
    }

    /** Of the parameter at that place, if C writes the length of an array there that it gives. */
    Optional<OutParameter> length(int index) {
        return Optional.ofNullable(lengths.get(index));
    }

    /** The array that the result is. */
    Optional<GivenArray> result() {
        return result;
    }

    /** Whether the result is no result, but the length of an array. */
    boolean isResultLength() {
        return !countedByResult.isEmpty();
    }

    /** The array at the place of that parameter, if its length is the result. */
    Optional<GivenArray> countedByResult(int index) {
        return countedByResult.contains(index) ? Optional.of(atPlaces.get(index)) : Optional.empty();
    }
}
