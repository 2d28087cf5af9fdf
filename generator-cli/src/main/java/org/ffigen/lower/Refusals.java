package org.ffigen.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ffigen.model.ConstantValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.ffigen.model.SourceLocation;

/**
 * Writes down what the model has and Java cannot call or read, so that nothing is missing in silence. What is there
 * already stays: of a member the parser knows the place, and the model does not.
 */
public final class Refusals {

    private final NativeApi api;
    private final Lowering lowering;
    private final List<Skipped> skipped;
    private final Set<List<?>> known = new HashSet<>();
    /** Functions that a shim would make callable if there could be one: that is the reason. */
    private final Set<String> shimless = new HashSet<>();

    private Refusals(NativeApi api) {
        this.api = api;
        this.lowering = new Lowering(api, api.targets().values().iterator().next());
        this.skipped = new ArrayList<>(api.skipped());
        skipped.forEach(s -> known.add(List.of(s.kind(), s.name(), s.code())));
        skipped.stream().filter(s -> s.code().isOfShim()).forEach(s -> shimless.add(s.name()));
    }

    /** The API with an entry in {@code skipped} for each function, member and variable that is not bound. */
    public static NativeApi noted(NativeApi api) {
        Refusals refusals = new Refusals(api);
        api.declarations().values().forEach(refusals::note);
        return new NativeApi(api.library(), api.headers(), api.arguments(), api.targets(), api.declarations(),
                refusals.skipped);
    }

    private void note(Declaration declaration) {
        noteCallbacks(declaration);
        switch (declaration) {
            case FunctionDecl function -> lowering.refusal(function)
                    .filter(_ -> !shimless.contains(function.name()))
                    .ifPresent(code -> add("function", function.name(), code, function.source()));
            case RecordDecl record -> record.members().forEach(member -> note(record, member));
            case VariableDecl variable -> refusal(variable, lowering)
                    .ifPresent(code -> add("variable", variable.name(), code, variable.source()));
            case MacroConstant macro -> refusal(macro, lowering)
                    .ifPresent(code -> add(macro.id().kind() == DeclId.Kind.MACRO ? "macro" : "variable", macro.name(),
                            code, macro.source()));
            default -> {
                // other declarations are bound as they are
            }
        }
    }

    /** A function pointer that Java can neither make nor call is an address. */
    private void noteCallbacks(Declaration declaration) {
        if (!(declaration instanceof FunctionDecl function) || lowering.refusal(function).isEmpty()) {
            CallbackTypes.of(declaration)
                    .forEach((place, type) -> lowering.refusal(type)
                            .ifPresent(code -> add("callback", place, code, declaration.source())));
            CallbackTypes.foreign(declaration)
                    .forEach(place -> add("callback", place, SkipCode.CALLING_CONVENTION, declaration.source()));
        }
    }

    private void note(RecordDecl record, Member member) {
        if (member.name().isEmpty()) {
            return;
        }
        String name = record.name() + "." + member.name();
        Optional<SkipCode> refusal = member.bits().isPresent()
                ? lowering.refusalOfBits(member.type())
                : lowering.refusalInPlace(member.type());
        refusal.ifPresent(code -> add("member", name, code, record.source()));
    }

    /** Why a constant cannot be one in Java; empty if it can. */
    public static Optional<SkipCode> refusal(MacroConstant macro, Lowering lowering) {
        boolean tooLong = macro.value() instanceof ConstantValue.StringValue text
                && JavaText.isTooLong(JavaText.of(text, lowering));
        return tooLong ? Optional.of(SkipCode.TEXT_TOO_LONG) : Optional.empty();
    }

    /**
     * Why a variable cannot be read from Java; empty if it can. Only on Linux does the address of a thread-local symbol
     * mean the calling thread's variable; elsewhere a shim has to tell it.
     */
    public static Optional<SkipCode> refusal(VariableDecl variable, Lowering lowering) {
        if (variable.threadLocal() && variable.shim().isEmpty() && !lowering.target().id().startsWith("linux-")) {
            return Optional.of(variable.type().isSpelled()
                    ? SkipCode.THREAD_LOCAL_VARIABLE
                    : SkipCode.UNNAMED_TYPE);
        }
        return lowering.refusalInPlace(variable.type())
                .map(code -> code == SkipCode.INCOMPLETE_BY_VALUE ? SkipCode.INCOMPLETE_VARIABLE : code);
    }

    private void add(String kind, String name, SkipCode code, SourceLocation source) {
        if (known.add(List.of(kind, name, code))) {
            skipped.add(new Skipped(kind, name, code, code.reason(), source));
        }
    }
}
