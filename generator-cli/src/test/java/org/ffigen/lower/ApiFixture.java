package org.ffigen.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumConstant;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.Layout;
import org.ffigen.model.Linkage;
import org.ffigen.model.NativeApi;
import org.ffigen.model.PerTarget;
import org.ffigen.model.SourceLocation;
import org.ffigen.model.Target;

/** Declarations in few words, for tests. */
public final class ApiFixture {

    public static final Target LINUX = new Target("linux-x86_64", "x86_64-unknown-linux-gnu", 64, 64, 32, true, true);
    public static final Target LINUX_ARM = new Target("linux-aarch64", "aarch64-unknown-linux-gnu", 64, 64, 32, false,
            true);
    public static final Target MACOS_ARM = new Target("macos-aarch64", "arm64-apple-macosx", 64, 64, 32, true, true);
    public static final Target WINDOWS = new Target("windows-x86_64", "x86_64-pc-windows-msvc", 64, 32, 16, true, true);

    public static final SourceLocation HERE = new SourceLocation("api.h", 3, 5);

    private ApiFixture() {
    }

    /** A member and its place, in bytes; of a bit-field in bits; none of an unnamed one. */
    public record Field(Member member, OptionalLong place, Map<String, Long> inner) {}

    public static NativeApi api(Declaration... declarations) {
        return api(List.of(LINUX), declarations);
    }

    public static NativeApi api(List<Target> targets, Declaration... declarations) {
        Map<String, Target> byId = targets.stream().collect(Collectors.toMap(Target::id, Function.identity()));
        return new NativeApi("api", List.of("api.h"), List.of(), byId, List.of(declarations), List.of());
    }

    public static CType builtin(BuiltinKind kind) {
        return new CType.Builtin(kind);
    }

    /** A type by its id, such as {@code struct:point}. */
    public static CType named(String id) {
        return new CType.Named(DeclId.parse(id));
    }

    public static CType pointer(CType pointee) {
        return new CType.Pointer(pointee);
    }

    public static CType constant(CType type) {
        return new CType.Const(type);
    }

    public static CType array(CType element, long length) {
        return new CType.Array(element, OptionalLong.of(length));
    }

    public static CType incompleteArray(CType element) {
        return new CType.Array(element, OptionalLong.empty());
    }

    public static CType callback(CType result, CType... parameters) {
        return pointer(new CType.Function(type(result, parameters)));
    }

    public static Field field(String name, CType type, long offset) {
        return new Field(new Member(name, type, OptionalInt.empty(), Optional.empty()), OptionalLong.of(offset),
                Map.of());
    }

    public static Field bits(String name, CType type, int width, long bitOffset) {
        return new Field(new Member(name, type, OptionalInt.of(width), Optional.empty()), OptionalLong.of(bitOffset),
                Map.of());
    }

    public static Field unnamedBits(CType type, int width) {
        return new Field(new Member("", type, OptionalInt.of(width), Optional.empty()), OptionalLong.empty(),
                Map.of());
    }

    /** @param inner where its members lie in the outer record */
    public static Field anonymous(CType type, Map<String, Long> inner) {
        return new Field(new Member("", type, OptionalInt.empty(), Optional.empty()), OptionalLong.empty(), inner);
    }

    public static RecordDecl record(String id, long size, long align, Field... fields) {
        return new RecordDecl(DeclId.parse(id), Stream.of(fields).map(Field::member).toList(),
                new PerTarget.Same<>(layout(size, align, fields)), Optional.empty(), HERE);
    }

    public static Layout layout(long size, long align, Field... fields) {
        Map<String, Long> offsets = new TreeMap<>();
        Map<String, Long> bitOffsets = new TreeMap<>();
        for (Field field : fields) {
            field.place()
                    .ifPresent(place -> (field.member().bits().isPresent() ? bitOffsets : offsets)
                            .put(field.member().name(), place));
            offsets.putAll(field.inner());
        }
        return new Layout(size, align, offsets, bitOffsets);
    }

    public static OpaqueDecl opaque(String id) {
        return new OpaqueDecl(DeclId.parse(id), Optional.empty(), HERE);
    }

    public static TypedefDecl typedef(String name, CType type) {
        return new TypedefDecl(DeclId.typedef(name), type, OptionalLong.empty(), Optional.empty(), HERE);
    }

    public static EnumDecl enumeration(String name, BuiltinKind type, Object... namesAndValues) {
        List<EnumConstant> constants = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            constants.add(new EnumConstant((String) namesAndValues[i],
                    new BigInteger(namesAndValues[i + 1].toString()), Optional.empty()));
        }
        return new EnumDecl(DeclId.parse("enum:" + name), type, constants, false, Optional.empty(), HERE);
    }

    public static FunctionType type(CType result, CType... parameters) {
        return new FunctionType(result,
                Stream.of(parameters).map(type -> new FunctionType.Parameter("", type)).toList(), false, true);
    }

    public static FunctionDecl function(String name, CType result, CType... parameters) {
        return function(name, name, type(result, parameters), false);
    }

    public static FunctionDecl function(String name, String symbol, FunctionType type, boolean inline) {
        return new FunctionDecl(DeclId.function(name), symbol, type, inline ? Linkage.INLINE : Linkage.EXTERNAL, false,
                Optional.empty(),
                Optional.empty(), HERE);
    }

    public static VariableDecl variable(String name, CType type) {
        return new VariableDecl(DeclId.parse("var:" + name), name, type, false, Optional.empty(), HERE);
    }

    public static MacroConstant macro(String name, String text, ConstantValue value) {
        return new MacroConstant(DeclId.parse("macro:" + name), text, value, Optional.empty(), HERE);
    }
}
