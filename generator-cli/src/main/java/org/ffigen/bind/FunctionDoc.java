package org.ffigen.bind;

import java.util.List;
import java.util.stream.Collectors;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Linkage;

/** The Javadoc of a function's methods. */
final class FunctionDoc {

    private final FunctionDecl function;
    private final List<String> text;

    /**
     * @param aliases the names that macros give it and that the methods stand for
     * @param throwing whether failures are thrown
     */
    FunctionDoc(CSource source, FunctionDecl function, List<String> aliases, boolean throwing) {
        this.function = function;
        List<String> doc = Javadoc.ofAliased(function.name(), aliases, source.function(function), function.comment());
        if (function.noreturn()) {
            doc = Javadoc.withNote(doc, "C does not return from it.");
        }
        if (function.linkage() == Linkage.WEAK) {
            doc = Javadoc.withNote(doc, "Weak: the library may lack it, which {@code isAvailable} tells.");
        }
        if (function.type().variadic() || !function.type().prototyped() && function.shim().isEmpty()) {
            doc = Javadoc.withNote(doc, "{@code VariadicCall} tells what C gets of arguments it does not declare.");
        }
        if (function.shim().isPresent()) {
            doc = Javadoc.withNote(doc, "Called through the library {@code " + function.shim().get().library()
                    + "}, which is compiled from the shims.");
        }
        if (throwing) {
            doc = Javadoc.withNote(doc, "A failure is thrown as {@code SystemErrorException}.");
        }
        this.text = doc;
    }

    /** @param valueName the method that converts texts; empty without one */
    List<String> ofCall(String valueName) {
        return deprecated(valueName.isEmpty()
                ? text
                : Javadoc.withNote(text,
                        "Takes and gives addresses where {@code " + valueName + "} has texts or arrays."));
    }

    /** @param valueName the method that takes values where this one takes their places */
    List<String> ofPlaces(String valueName) {
        return deprecated(Javadoc.withNote(text, "Takes places where {@code " + valueName + "} has values."));
    }

    /**
     * @param callName the method that takes texts as memory; empty without one
     * @param lasting whether a pointer that C gives may lead into memory of the call
     */
    List<String> ofValues(String callName, boolean lasting) {
        List<String> doc = callName.isEmpty()
                ? text
                : Javadoc.withNote(text,
                        "Texts and arrays live for the call; {@code " + callName
                                + "} takes memory that may live longer.");
        return deprecated(lasting
                ? Javadoc.withNote(doc,
                        "Where C gives a pointer into memory of the call, it is one into a copy that lasts.")
                : doc);
    }

    /** Of the method that calls on another thread. */
    List<String> ofAsync() {
        return deprecated(Javadoc.withNote(text, "Called on a platform thread of its own. Memory that is passed must"
                + " not be of a confined arena, or the future fails before the call; what callbacks throw goes to"
                + " {@code Upcalls.onUnhandled}."));
    }

    /** Of the method that takes a handle's address. @param valueName the one that takes the handle */
    List<String> ofAddress(String valueName) {
        return deprecated(Javadoc.withNote(text,
                "Takes an address, and no notice of handles; {@code " + valueName + "} closes a handle."));
    }

    /** Of the method that ends a handle. */
    List<String> ofClosing() {
        return deprecated(Javadoc.withNote(text,
                "Closes the handle, unless it is null or closed already; what C gives is judged by the rules only."
                        + (function.calledType().parameters().size() > 1 ? " Other parameters are NULL." : "")));
    }

    /** @param taken the handles that C takes over */
    static List<String> withTaken(List<String> doc, List<String> taken) {
        return taken.isEmpty()
                ? doc
                : Javadoc.withNote(doc, "C takes over " + taken.stream()
                        .map("{@code %s}"::formatted)
                        .collect(Collectors.joining(", ")) + ": closed once C has got it, whatever comes of the call.");
    }

    private List<String> deprecated(List<String> doc) {
        return Javadoc.deprecated(doc, function.deprecated());
    }
}
