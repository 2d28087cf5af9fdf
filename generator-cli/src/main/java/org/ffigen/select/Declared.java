package org.ffigen.select;

import java.util.List;
import java.util.stream.Stream;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumConstant;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Skipped;
import org.ffigen.model.SourceLocation;

/**
 * Something that a header declares, as patterns see it: bound or not.
 *
 * @param kind {@code function}, {@code struct}, {@code union}, {@code enum}, {@code typedef}, {@code var} or
 *     {@code macro}
 * @param names what a pattern may match: the C name, and those that macros give it; of an unnamed enumeration, the
 *     names of its constants
 */
record Declared(String kind, List<String> names, SourceLocation source) {

    static Declared of(Declaration declaration) {
        String name = declaration.name();
        List<String> names = declaration instanceof EnumDecl e && name.startsWith("#")
                ? e.constants().stream().map(EnumConstant::name).toList()
                : Stream.concat(Stream.of(name), declaration.aliases().stream()).toList();
        return new Declared(declaration.id().kind().word(), names, declaration.source());
    }

    /** What is skipped; a member belongs to its record. */
    static Declared of(Skipped skipped) {
        return switch (skipped.kind()) {
            case "variable" -> new Declared(DeclId.Kind.VAR.word(), List.of(skipped.name()), skipped.source());
            case "member" -> new Declared(DeclId.Kind.STRUCT.word(),
                    List.of(skipped.name().substring(0, Math.max(0, skipped.name().lastIndexOf('.')))),
                    skipped.source());
            default -> new Declared(skipped.kind(), List.of(skipped.name()), skipped.source());
        };
    }

    /** The same, which goes by the names of another, too. */
    Declared withNamesOf(Declared other) {
        return new Declared(kind, Stream.concat(names.stream(), other.names().stream()).toList(), source);
    }

    /** Whether a header of the library itself declares it. */
    boolean isOwn() {
        return source.line() > 0;
    }
}
