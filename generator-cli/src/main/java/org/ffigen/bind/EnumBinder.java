package org.ffigen.bind;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ffigen.java.EnumConstants;
import org.ffigen.java.EnumInterface;
import org.ffigen.java.EnumInterface.Alias;
import org.ffigen.java.EnumInterface.Known;
import org.ffigen.java.JavaFile;
import org.ffigen.java.LibraryClass.Constant;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.Shape;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.EnumConstant;
import org.ffigen.model.Declaration.EnumDecl;

/**
 * An enumeration that is a type becomes a sealed interface with the known constants and a class for all other values;
 * any other a class of integer constants.
 */
final class EnumBinder {

    /** Constants of a class: one of them takes up to five of the 65,535 entries that a class file's pool has. */
    private static final int MOST = 10_000;

    private final Lowering lowering;
    private final CSource source;
    private final DeclaredNames names;

    EnumBinder(Lowering lowering, CSource source, DeclaredNames names) {
        this.names = names;
        this.lowering = lowering;
        this.source = source;
    }

    /** The file, or of one that a class file could not hold those of its superclasses and its own. */
    List<? extends JavaFile> bind(EnumDecl declaration, String name, boolean isType) {
        return isType ? List.of(type(declaration, name)) : constants(declaration, name);
    }

    private List<EnumConstants> constants(EnumDecl declaration, String name) {
        List<String> javaNames = names.constants(declaration, name);
        List<Constant> constants = new ArrayList<>();
        for (int i = 0; i < javaNames.size(); i++) {
            EnumConstant constant = declaration.constants().get(i);
            constants.add(IntegerConstant.of(doc(constant), javaNames.get(i), constant.value(), declaration.type(),
                    lowering));
        }
        List<EnumConstants> classes = new ArrayList<>();
        String base = "";
        for (int part = Math.max(0, constants.size() - 1) / MOST; part > 0; part--) {
            String superclass = names.free(name + "Part" + part);
            classes.add(new EnumConstants(superclass, name, base,
                    List.of("Constants of {@link " + name + "}, to be used as such."),
                    constants.subList(part * MOST, Math.min((part + 1) * MOST, constants.size()))));
            base = superclass;
        }
        classes.add(new EnumConstants(name, name, base, doc(declaration),
                constants.subList(0, Math.min(MOST, constants.size()))));
        return classes;
    }

    private EnumInterface type(EnumDecl declaration, String name) {
        Shape storage = lowering.storage(new CType.Builtin(declaration.type()));
        boolean wide = storage.size() == 8;
        Map<BigInteger, String> byValue = new HashMap<>();
        List<String> javaNames = names.constants(declaration, name);
        List<Known> known = new ArrayList<>();
        List<Alias> aliases = new ArrayList<>();
        for (int i = 0; i < javaNames.size(); i++) {
            EnumConstant constant = declaration.constants().get(i);
            String javaName = javaNames.get(i);
            List<String> doc = doc(constant);
            String first = byValue.putIfAbsent(constant.value(), javaName);
            if (first == null) {
                known.add(new Known(doc, javaName,
                        wide ? Literals.ofLong(constant.value()) : Literals.ofInt(constant.value())));
            } else {
                aliases.add(new Alias(doc, javaName, first));
            }
        }
        return new EnumInterface(name, doc(declaration), wide ? "long" : "int", range(storage), known, aliases);
    }

    /** The least value and the greatest of an enumeration that has fewer than an {@code int}; else nothing. */
    private static String range(Shape storage) {
        return switch (storage) {
            case Shape.Scalar(var word) -> switch (word) {
                case BOOL -> "0, 1";
                case I8 -> "Byte.MIN_VALUE, Byte.MAX_VALUE";
                case U8 -> "0, 0xff";
                case I16 -> "Short.MIN_VALUE, Short.MAX_VALUE";
                case U16 -> "0, 0xffff";
                default -> "";
            };
            default -> "";
        };
    }

    private List<String> doc(EnumDecl declaration) {
        return Javadoc.ofBlock(source.enumeration(declaration), source.comment(declaration));
    }

    private static List<String> doc(EnumConstant constant) {
        return Javadoc.deprecated(Javadoc.of(constant.name() + " = " + constant.value(), constant.comment()),
                constant.deprecated());
    }
}
