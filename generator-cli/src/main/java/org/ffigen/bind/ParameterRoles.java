package org.ffigen.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ffigen.config.FunctionRules;
import org.ffigen.config.FunctionRules.ParameterRule;
import org.ffigen.config.Given;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.FunctionType;

/** What the parameters of a function are for, as the user says; what does not fit is a diagnostic. */
final class ParameterRoles {

    private static final Pattern ROLE = Pattern
            .compile(
                    "(?<word>out|inout|retained|strings|taken)|(?<relation>length|closure) of (?<other>\\S+(?: and \\S+)*)|out freed by (?<free>\\S+)");

    private static final String PLACES = "out and inout are for pointers to one value that is not const: int *,"
            + " struct point *, char **";
    private static final String LENGTH_OF = "length of ";
    /** What a length is of that is the result's, and what is a length that is the result, unless a parameter has that name. */
    private static final String RESULT = "result";

    private final Map<Integer, OutParameter> outs = new HashMap<>();
    private final Set<Integer> given = new HashSet<>();
    private final Map<Integer, ArrayParameter> arrays = new HashMap<>();
    private final Map<Integer, List<Integer>> lengths = new HashMap<>();
    /** Of lengths that not every array's fits: what is passed, over {@code $}, the array's. */
    private final Map<Integer, String> narrow = new HashMap<>();
    private final GivenArrays givenArrays;
    private final Set<Integer> retained = new HashSet<>();
    private final Set<Integer> closures = new HashSet<>();
    private final Set<Integer> taken = new HashSet<>();

    private final FunctionRules rules;
    private final FunctionType type;
    private final FunctionType header;
    private final FunctionType declared;
    /** How many parameters come before those of the header: the place of a result that a shim writes. */
    private final int hidden;
    private final String owner;
    private final Rulebook rulebook;
    private final TypeMapper types;
    private final Lowering lowering;
    private final TextRules texts;
    private final OwnedHandles handles;

    /** @param type of what is called, as C adjusts it */
    ParameterRoles(FunctionRules rules, FunctionDecl function, FunctionType type, String owner, Rulebook rulebook,
            TypeMapper types, Lowering lowering, TextRules texts, OwnedHandles handles) {
        this.rules = rules;
        this.type = type;
        this.header = function.type();
        this.declared = function.calledType();
        this.hidden = function.hiddenParameters();
        this.handles = handles;
        this.givenArrays = new GivenArrays(rules, type, this::place, owner, rulebook, types, lowering, texts);
        this.owner = owner;
        this.rulebook = rulebook;
        this.types = types;
        this.lowering = lowering;
        this.texts = texts;
        Set<Integer> ruled = new HashSet<>();
        List<ParameterRule> roles = new ArrayList<>();
        for (ParameterRule rule : rules.parameters()) {
            Optional<Integer> index = index(rule.parameter().text());
            if (index.isPresent() && !ruled.add(index.get())) {
                rulebook.refuse(rule.parameter(), "parameter %s has two roles, by its name and by its number"
                        .formatted(type.parameters().get(index.get()).name()), "take one of the two out");
            } else {
                roles.add(rule);
            }
        }
        // Whether an array is the caller's or C's, its own role says.
        roles.stream().filter(rule -> !isLength(rule)).forEach(this::read);
        roles.stream().filter(ParameterRoles::isLength).forEach(this::read);
        refuseArraysThatAreOut();
    }

    private static boolean isLength(ParameterRule rule) {
        return rule.role().text().startsWith(LENGTH_OF);
    }

    /** An array is the caller's, and what C writes to a place of one value is a result. */
    private void refuseArraysThatAreOut() {
        for (ParameterRule rule : rules.parameters()) {
            index(rule.parameter().text())
                    .filter(index -> outs.containsKey(index) && arrays.containsKey(index))
                    .ifPresent(_ -> rulebook.refuse(rule.role(), "the parameter has a length, so that it is an array of"
                            + " the caller's",
                            "take one of the two roles out: what C writes is in the array after the call"));
        }
    }

    private void read(ParameterRule rule) {
        Optional<Integer> index = index(rule.parameter().text());
        Matcher role = ROLE.matcher(rule.role().text());
        if (index.isEmpty() && rule.parameter().text().equals(RESULT)) {
            resultIsLength(rule.role());
        } else if (index.isEmpty()) {
            noParameter(rule.parameter(), rule.parameter().text());
        } else if (!role.matches()) {
            rulebook.refuse(rule.role(), "there is no role '%s'".formatted(rule.role().text()),
                    "a parameter is " + ParameterRule.ROLES);
        } else if (role.group("relation") != null) {
            for (String name : role.group("other").split(" and ")) {
                Optional<Integer> other = index(name);
                if (other.isEmpty() && isLength(rule) && name.equals(RESULT)) {
                    givenArrays.lengthOfResult(rule.role(), index.get());
                } else if (other.isPresent() && isLength(rule) && givenArrays.isAt(other.get())) {
                    givenArrays.lengthOf(rule.role(), index.get(), other.get())
                            .ifPresent(array -> outs.computeIfPresent(other.get(), (_, out) -> out.array(array)));
                } else if (other.isEmpty()) {
                    noParameter(rule.role(), name);
                } else if (role.group("relation").equals("length")) {
                    length(rule.role(), index.get(), other.get());
                } else {
                    closure(rule.role(), index.get(), other.get());
                }
            }
        } else if (role.group("free") != null) {
            out(rule.role(), index.get(), Optional.of(role.group("free")));
        } else {
            switch (role.group("word")) {
                case "retained" -> retained(rule.role(), index.get());
                case "taken" -> taken(rule.role(), index.get());
                case "strings" -> strings(rule.role(), index.get());
                default -> out(rule.role(), index.get(), Optional.empty());
            }
        }
    }

    private void noParameter(Given rule, String name) {
        String names = type.parameters()
                .stream()
                .skip(hidden)
                .map(FunctionType.Parameter::name)
                .filter(known -> !known.isEmpty())
                .collect(Collectors.joining(", "));
        rulebook.refuse(rule, "there is no parameter %s".formatted(name),
                names.isEmpty()
                        ? "the header names none: count from 1, as in length of 2"
                        : "they are " + names + "; or count from 1");
    }

    private void out(Given role, int index, Optional<String> free) {
        CType parameter = type.parameters().get(index).type();
        if (isConst(parameter)) {
            rulebook.refuse(role, "C can write nothing there", PLACES);
            return;
        }
        Optional<OutParameter> out = isOfSeveral(index)
                ? Optional.empty()
                : OutParameter.of(parameter, place(index), types, lowering, texts);
        if (out.isEmpty()) {
            rulebook.refuse(role, "no pointer to one value that Java knows", PLACES);
            return;
        }
        Optional<String> freeing = free
                .flatMap(name -> texts.free(new Given(name, role.by(), role.place())));
        Optional<GivenArray> array = role.text().equals("inout") || !isCounted(index)
                ? Optional.empty()
                : GivenArray.of(pointee(index), place(index), types, lowering);
        if (array.isPresent()) {
            outs.put(index, out.get());
            givenArrays.add(index, freeing.map(array.get()::freed).orElse(array.get()));
            return;
        }
        if (free.isPresent()) {
            freeing.flatMap(expression -> out.get().freed(parameter, expression, lowering, texts))
                    .ifPresentOrElse(freed -> outs.put(index, freed), () -> freeing.ifPresent(
                            _ -> rulebook.refuse(role, "C writes no text there", "'out freed by' is for char **")));
            return;
        }
        outs.put(index, out.get());
        if (role.text().equals("inout")) {
            given.add(index);
        }
    }

    /** Whether another parameter is the length of that one. */
    private boolean isCounted(int index) {
        return rules.parameters()
                .stream()
                .filter(ParameterRoles::isLength)
                .flatMap(rule -> Stream.of(rule.role().text().substring(LENGTH_OF.length()).split(" and ")))
                .anyMatch(name -> index(name).filter(other -> other == index).isPresent());
    }

    /** The result is no result then, but tells how long the array is that C gives at a place. */
    private void resultIsLength(Given role) {
        if (!role.text().startsWith(LENGTH_OF)) {
            rulebook.refuse(role, "the result cannot be '%s'".formatted(role.text()),
                    "it can be a length: 'length of NAME', where NAME is out");
            return;
        }
        String name = role.text().substring(LENGTH_OF.length());
        index(name).ifPresentOrElse(of -> givenArrays.countedByResult(role, name, of)
                .ifPresent(array -> outs.computeIfPresent(of, (_, out) -> out.array(array))),
                () -> noParameter(role, name));
    }

    private boolean isConst(CType parameter) {
        return lowering.resolve(parameter) instanceof CType.Pointer pointer && pointer.pointee() instanceof CType.Const;
    }

    /** Whether the header says that there is room for more than one value. */
    private boolean isOfSeveral(int index) {
        return lowering.resolve(declared.parameters().get(index).type()) instanceof CType.Array(_, var length)
                && length.orElse(0) != 1;
    }

    private void length(Given role, int index, int of) {
        Optional<ArrayParameter> array = ArrayParameter.ofTexts(type.parameters().get(of).type(), lowering, texts, true)
                .or(() -> ArrayParameter.of(type.parameters().get(of).type(), place(of), arePinned(), types,
                        lowering));
        if (array.isEmpty()) {
            rulebook.refuse(role, "parameter %s is no array in Java".formatted(type.parameters().get(of).name()),
                    "a length is of bytes, numbers, structs or texts, not of arrays of them: void *, int *,"
                            + " struct point *, char **; what C wants aligned to more than its elements is none");
            return;
        }
        CType parameter = type.parameters().get(index).type();
        boolean pointer = lowering.resolve(parameter) instanceof CType.Pointer;
        CType counted = pointer ? ((CType.Pointer) lowering.resolve(parameter)).pointee() : parameter;
        String java = types.map(counted, owner).parameterType();
        long bytes = lowering.storage(lowering.resolve(counted)).size();
        if (!GivenArrays.LENGTHS.contains(java)) {
            rulebook.refuse(role, "a length is an integer, or a pointer to one",
                    "pass the memory and the length yourself");
            return;
        }
        if (bytes < Integer.BYTES) {
            long most = (1L << Byte.SIZE * bytes - (java.equals(GivenArrays.UNSIGNED) ? 0 : 1)) - 1;
            narrow.put(index, (java.equals(GivenArrays.UNSIGNED) ? "" : "(" + java + ") ") + "JavaArrays.atMost(" + most
                    + ", $)");
        }
        if (pointer) {
            out(role, index, Optional.empty());
        }
        arrays.put(of, array.get());
        lengths.computeIfAbsent(index, _ -> new ArrayList<>()).add(of);
    }

    /**
     * Whether C gets arrays of the Java heap as they are. Not where it may give a pointer into one: nobody can tell where
     * that leads to once the call is over and the array may be moved.
     */
    private boolean arePinned() {
        return rules.critical().isPresent() && !(lowering.resolve(type.result()) instanceof CType.Pointer)
                && type.parameters().stream().map(FunctionType.Parameter::type).noneMatch(this::isPlaceOfPointer);
    }

    private boolean isPlaceOfPointer(CType parameter) {
        return lowering.resolve(parameter) instanceof CType.Pointer place && !lowering.isConst(place.pointee())
                && lowering.resolve(place.pointee()) instanceof CType.Pointer;
    }

    /**
     * Whether the result may be a pointer into the copy of an array or text or to the place of an out-parameter, which are
     * gone after the call. A handle that has an end is none, nor is a function.
     */
    boolean mayLeadIntoCall(CType result) {
        return mayLeadIntoCall(result, outs.keySet());
    }

    /** @param places of the out-parameters that it may lead to */
    private boolean mayLeadIntoCall(CType given, Set<Integer> places) {
        if (!(lowering.resolve(given) instanceof CType.Pointer pointer)
                || TypeNames.functionOf(pointer, lowering).isPresent()
                || handles.isOwnedAt(given)) {
            return false;
        }
        return arrays.values().stream().anyMatch(ArrayParameter::isInScratch)
                || texts.mayLeadIntoText(pointer) && IntStream.range(0, type.parameters().size())
                        .anyMatch(i -> !retained.contains(i) && isText(type.parameters().get(i).type()))
                || places.stream().anyMatch(place -> mayLeadTo(pointer, pointee(place)));
    }

    /** Whether a pointer may lead to a place: what it leads to is as large or smaller, a part of that. */
    private boolean mayLeadTo(CType.Pointer pointer, CType place) {
        return lowering.storage(pointer.pointee()).size() <= lowering.storage(place).size()
                && (types.opaque(pointer).isEmpty() || types.isRecord(place));
    }

    private boolean isText(CType parameter) {
        return types.isText(parameter) || texts.isWide(parameter);
    }

    private void closure(Given role, int index, int of) {
        boolean untyped = types.map(type.parameters().get(index).type(), owner).parameterType().equals("MemorySegment");
        if (!untyped || TypeNames.functionOf(type.parameters().get(of).type(), lowering).isEmpty()) {
            rulebook.refuse(role, "not a void * beside a function pointer",
                    "a closure is what C hands to the function that it calls: Java's functions bring their own");
            return;
        }
        closures.add(index);
    }

    private void retained(Given role, int index) {
        if (isCounted(index)) {
            rulebook.refuse(role, "the parameter has a length, so that it is an array of Java's, which C cannot keep",
                    "take one of the two roles out: without the length the memory is yours");
        } else if (types.isText(type.parameters().get(index).type())) {
            retained.add(index);
        } else {
            rulebook.refuse(role, "not a text", "any other pointer may be kept as it is: its memory is yours");
        }
    }

    private void taken(Given role, int index) {
        if (!handles.isOwnedAt(type.parameters().get(index).type())) {
            rulebook.refuse(role, "not a handle",
                    "what C takes over is a pointer that `handles` names; where it gets the"
                            + " place of one, inout says so");
        } else if (rules.nonblocking().isPresent()) {
            rulebook.refuse(role, "not with nonblocking",
                    "a handle stays open while a nonblocking call has it");
        } else {
            taken.add(index);
        }
    }

    private void strings(Given role, int index) {
        ArrayParameter.ofTexts(type.parameters().get(index).type(), lowering, texts, false)
                .ifPresentOrElse(texts -> arrays.put(index, texts), () -> rulebook.refuse(role, "not a char **",
                        "strings are an array of texts with NULL at its end"));
    }

    private String place(int index) {
        return ParameterNames.place(owner, type.parameters().get(index), index, types.strategy());
    }

    private Optional<Integer> index(String name) {
        return IntStream.range(hidden, type.parameters().size())
                .filter(i -> type.parameters().get(i).name().equals(name)
                        || Integer.toString(i - hidden + 1).equals(name))
                .boxed()
                .findFirst();
    }

    /** Of the parameter at that place, if C writes its result there. */
    Optional<OutParameter> out(int index) {
        Set<Integer> others = new HashSet<>(outs.keySet());
        others.remove(index);
        return Optional.ofNullable(outs.get(index))
                .map(out -> mayLeadIntoCall(pointee(index), others) ? out.lasting() : out);
    }

    private CType pointee(int index) {
        return ((CType.Pointer) lowering.resolve(type.parameters().get(index).type())).pointee();
    }

    /** The arrays that C gives. */
    GivenArrays givenArrays() {
        return givenArrays;
    }

    /** Whether the user says that the result is an array, right or wrong. */
    boolean isResultArray() {
        return rules.parameters().stream().anyMatch(rule -> rule.role().text().equals(LENGTH_OF + RESULT));
    }

    /** Whether the caller gives a value for that place. */
    boolean isGiven(int index) {
        return given.contains(index);
    }

    /**
     * Of the parameter at that place, if it is an array in Java.
     *
     * @param buffers whether arrays of bytes are buffers
     */
    Optional<ArrayParameter> array(int index, boolean buffers) {
        Optional<ArrayParameter> array = Optional.ofNullable(arrays.get(index));
        return buffers ? array.map(a -> a.ofBuffer().orElse(a)) : array;
    }

    /** Where the arrays are whose length the parameter at that place is. */
    Optional<List<Integer>> lengthOf(int index) {
        return Optional.ofNullable(lengths.get(index));
    }

    /** What is passed at that place for a length. */
    String passed(int index, String length) {
        return narrow.getOrDefault(index, "$").replace("$", length);
    }

    /** Whether C keeps the text at that place. */
    boolean isRetained(int index) {
        return retained.contains(index);
    }

    /** Whether the parameter at that place is a handle that C takes over. */
    boolean isTaken(int index) {
        return taken.contains(index);
    }

    /** Whether the parameter at that place is only handed through to a callback. */
    boolean isClosure(int index) {
        return closures.contains(index);
    }

    /** Whether arrays may be buffers. */
    boolean takesBuffers() {
        return !arrays.isEmpty() && arrays.values().stream().allMatch(array -> array.ofBuffer().isPresent());
    }

    /**
     * The alignment that C demands behind a pointer or array, if it is more than Java's has by itself. What a shim takes
     * or gives through a pointer it copies, wherever that lies.
     */
    OptionalLong alignmentBehind(int index) {
        return index < hidden
                ? OptionalLong.empty()
                : OverAligned.behind(header.parameters().get(index - hidden).type(), lowering);
    }

    /** How the texts of the function are written. */
    TextRules texts() {
        return texts;
    }
}
