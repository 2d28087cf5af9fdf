package org.ffigen.bind;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;

/** Which types have a file of their own, and their names. */
final class TypeNames {

    private static final Pattern ANONYMOUS = Pattern.compile("#\\d+");

    private final Map<DeclId, String> names;
    private final Set<DeclId> enumTypes;

    /** @param enumTypes the enumerations that are types in Java */
    TypeNames(Map<DeclId, String> names, Set<DeclId> enumTypes) {
        this.names = names;
        this.enumTypes = enumTypes;
    }

    static boolean hasFile(Declaration declaration, Lowering lowering) {
        return switch (declaration) {
            case RecordDecl record -> !hasNoName(record.id());
            case EnumDecl enumeration -> !hasNoName(enumeration.id()) && !enumeration.constants().isEmpty();
            case OpaqueDecl _ -> true;
            case TypedefDecl typedef -> functionOf(typedef.type(), lowering).isPresent();
            default -> false;
        };
    }

    /** Such a record's members belong to the record around it, and such an enumeration's constants to the library. */
    private static boolean hasNoName(DeclId id) {
        return ANONYMOUS.matcher(id.name().substring(id.name().lastIndexOf('.') + 1)).matches()
                || id.kind() == DeclId.Kind.ENUM && id.name().startsWith("#");
    }

    /** The function type behind a pointer or typedefs, if there is one. */
    static Optional<CType.Function> functionOf(CType type, Lowering lowering) {
        CType resolved = lowering.resolve(type);
        if (resolved instanceof CType.Pointer pointer) {
            resolved = lowering.resolve(pointer.pointee());
        }
        return resolved instanceof CType.Function function ? Optional.of(function) : Optional.empty();
    }

    /** The name of that type; empty if it has no file of its own. */
    Optional<String> find(DeclId id) {
        return Optional.ofNullable(names.get(id));
    }

    /** The name of the type that an enumeration is in Java; empty if its values are integers. */
    Optional<String> ofEnum(DeclId id) {
        return enumTypes.contains(id) ? find(id) : Optional.empty();
    }

    /** All of them. */
    Collection<String> all() {
        return names.values();
    }
}
