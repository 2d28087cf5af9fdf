package org.ffigen.manifest;

import static org.ffigen.lower.ApiFixture.LINUX;
import static org.ffigen.lower.ApiFixture.anonymous;
import static org.ffigen.lower.ApiFixture.array;
import static org.ffigen.lower.ApiFixture.bits;
import static org.ffigen.lower.ApiFixture.builtin;
import static org.ffigen.lower.ApiFixture.callback;
import static org.ffigen.lower.ApiFixture.constant;
import static org.ffigen.lower.ApiFixture.enumeration;
import static org.ffigen.lower.ApiFixture.field;
import static org.ffigen.lower.ApiFixture.function;
import static org.ffigen.lower.ApiFixture.incompleteArray;
import static org.ffigen.lower.ApiFixture.macro;
import static org.ffigen.lower.ApiFixture.named;
import static org.ffigen.lower.ApiFixture.opaque;
import static org.ffigen.lower.ApiFixture.pointer;
import static org.ffigen.lower.ApiFixture.record;
import static org.ffigen.lower.ApiFixture.type;
import static org.ffigen.lower.ApiFixture.typedef;
import static org.ffigen.lower.ApiFixture.unnamedBits;
import static org.ffigen.lower.ApiFixture.variable;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.CType.Nullability;
import org.ffigen.model.ConstantValue.FloatingValue;
import org.ffigen.model.ConstantValue.IntegerValue;
import org.ffigen.model.ConstantValue.StringValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.FunctionType.Parameter;
import org.ffigen.model.Linkage;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.ffigen.model.SourceLocation;

/** A header with most of the hard constructs, by hand; the numbers are gcc's on x86-64 Linux. */
final class RichApi {

    private static final CType CHAR = builtin(BuiltinKind.CHAR);
    private static final CType INT = builtin(BuiltinKind.INT);
    private static final CType INT32 = builtin(BuiltinKind.INT32);
    private static final CType UNSIGNED = builtin(BuiltinKind.UNSIGNED_INT);
    private static final CType DOUBLE = builtin(BuiltinKind.DOUBLE);
    private static final CType VECTOR = named("typedef:v4f");
    private static final CType POINT_T = named("typedef:point_t");
    private static final CType RICH_T = named("typedef:rich_t");
    private static final CType VOID_POINTER = pointer(CType.VOID);

    private RichApi() {
    }

    static NativeApi api() {
        List<Declaration> all = new ArrayList<>();
        all.addAll(types());
        all.addAll(functions());
        all.addAll(constants());
        all.add(variable("rich_global", constant(INT)));
        all.add(variable("rich_name", array(CHAR, 16)));
        return new NativeApi("rich", List.of("rich.h"), List.of("-std=gnu17"), Map.of(LINUX.id(), LINUX), all,
                List.of(new Skipped("macro", "RICH_MAX", SkipCode.FUNCTION_LIKE_MACRO,
                        SkipCode.FUNCTION_LIKE_MACRO.reason(), new SourceLocation("rich.h", 20, 9))));
    }

    private static List<Declaration> types() {
        CType complex = new CType.Complex(builtin(BuiltinKind.DOUBLE));
        return List.of(
                point(), typedef("point_t", named("struct:point")),
                record("struct:bits", 16, 8, bits("a", UNSIGNED, 3, 0), bits("b", INT, 5, 3), unnamedBits(UNSIGNED, 0),
                        bits("c", builtin(BuiltinKind.UINT64), 40, 64)),
                record("union:value_t", 8, 4, field("i", INT32, 0), field("f", builtin(BuiltinKind.FLOAT), 0),
                        field("raw", array(builtin(BuiltinKind.UINT8), 8), 0)),
                typedef("value_t", named("union:value_t")),
                record("struct:packed", 5, 1, field("c", CHAR, 0), field("i", INT, 1)),
                record("struct:pragma_packed", 14, 2, field("c", CHAR, 0), field("i", INT, 2), field("d", DOUBLE, 6)),
                record("struct:over", 64, 32, field("c", CHAR, 0), field("i", INT, 32)),
                record("struct:flex", 8, 8, field("n", builtin(BuiltinKind.SIZE), 0),
                        field("items", incompleteArray(POINT_T), 8)),
                record("struct:anon", 16, 8, field("tag", INT, 0),
                        anonymous(named("union:anon.#1"), Map.of("lo", 8L, "hi", 12L, "all", 8L))),
                record("union:anon.#1", 8, 8, anonymous(named("struct:anon.#1.#0"), Map.of("lo", 0L, "hi", 4L)),
                        field("all", builtin(BuiltinKind.INT64), 0)),
                record("struct:anon.#1.#0", 8, 4, field("lo", INT, 0), field("hi", INT, 4)),
                opaque("struct:rich_opaque"), typedef("rich_t", pointer(named("struct:rich_opaque"))),
                enumeration("color", BuiltinKind.INT, "RED", -1, "GREEN", 0, "BLUE", 10),
                enumeration("big_t", BuiltinKind.UNSIGNED_INT, "BIG_A", 1, "BIG_B", 0x80000000L),
                typedef("big_t", named("enum:big_t")),
                enumeration("#ANON_K", BuiltinKind.UNSIGNED_INT, "ANON_K", 7),
                typedef("rich_cb", callback(INT, pointer(constant(POINT_T)), VOID_POINTER)),
                record("struct:ops", 64, 16, field("visit", named("typedef:rich_cb"), 0),
                        field("done", callback(CType.VOID, VOID_POINTER), 8),
                        field("ld", builtin(BuiltinKind.LONG_DOUBLE), 16), field("cd", complex, 32),
                        field("big", builtin(BuiltinKind.INT128), 48)),
                typedef("v4f", new CType.Vector(builtin(BuiltinKind.FLOAT), 4, 16)));
    }

    private static RecordDecl point() {
        RecordDecl bare = record("struct:point", 8, 4, field("x", INT32, 0), field("y", INT32, 4));
        return new RecordDecl(bare.id(),
                List.of(new Member("x", INT32, OptionalInt.empty(), Optional.of("gone"),
                        Optional.of("/**< abscissa */")),
                        bare.members().get(1)),
                bare.layout(), Optional.of("/** A point. */"), new SourceLocation("rich.h", 22, 16));
    }

    private static List<Declaration> functions() {
        CType fmt = pointer(constant(CHAR));
        return List.of(
                new FunctionDecl(DeclId.function("rich_open"), "rich_open", new FunctionType(RICH_T,
                        List.of(new Parameter("name", new CType.Pointer(constant(CHAR), Nullability.NONNULL)),
                                new Parameter("flags", INT)),
                        false, true), Linkage.EXTERNAL, false, Optional.empty(),
                        Optional.of("/** Opens. @param name a name @return a handle */"),
                        new SourceLocation("rich.h", 44, 8)),
                function("rich_close", CType.VOID, RICH_T),
                function("rich_each", INT, RICH_T, named("typedef:rich_cb"),
                        new CType.Pointer(CType.VOID, Nullability.NULLABLE)),
                function("rich_add", POINT_T, POINT_T, POINT_T),
                function("rich_printf", "rich_printf",
                        new FunctionType(INT, type(INT, fmt).parameters(), true, true), false),
                function("rich_vprintf", INT, fmt, builtin(BuiltinKind.VA_LIST)),
                function("rich_square", "rich_square", type(INT, INT), true),
                function("rich_arr", CType.VOID, pointer(array(INT, 4)), pointer(DOUBLE)),
                function("rich_old", "rich_old", new FunctionType(CType.VOID, List.of(), false, false), false),
                function("rich_renamed", "rich_renamed_v2", type(INT), false),
                new FunctionDecl(DeclId.function("rich_open_old"), "rich_open_old", type(RICH_T), Linkage.EXTERNAL,
                        false,
                        Optional.of("use rich_open"), Optional.empty(), new SourceLocation("rich.h", 56, 57))
                        .withAliases(List.of("rich_open_v1", "rich_create")),
                function("rich_vec", VECTOR, VECTOR));
    }

    private static List<Declaration> constants() {
        return List.of(
                macro("RICH_VERSION", "3", integer("3", BuiltinKind.INT)),
                macro("RICH_FLAG", "( 1u << 31 )", integer("2147483648", BuiltinKind.UNSIGNED_INT)),
                macro("RICH_BIG", "0x1122334455667788LL", integer("1234605616436508552", BuiltinKind.LONG_LONG)),
                macro("RICH_NEG", "( - 5 )", integer("-5", BuiltinKind.INT)),
                macro("RICH_PI", "3.25", new FloatingValue(3.25, BuiltinKind.DOUBLE)),
                macro("RICH_NAME", "\"rich\"", StringValue.of("rich".getBytes(StandardCharsets.UTF_8))),
                macro("RICH_CHAR", "'A'", integer("65", BuiltinKind.INT)),
                macro("RICH_CAST", "( ( uint8_t ) 300 )", integer("44", BuiltinKind.UINT8)));
    }

    private static IntegerValue integer(String value, BuiltinKind type) {
        return new IntegerValue(new BigInteger(value), type);
    }
}
