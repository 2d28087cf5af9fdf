package org.ffigen.manifest;

import static org.ffigen.lower.ApiFixture.HERE;
import static org.ffigen.lower.ApiFixture.LINUX;
import static org.ffigen.lower.ApiFixture.LINUX_ARM;
import static org.ffigen.lower.ApiFixture.MACOS_ARM;
import static org.ffigen.lower.ApiFixture.WINDOWS;
import static org.ffigen.lower.ApiFixture.api;
import static org.ffigen.lower.ApiFixture.array;
import static org.ffigen.lower.ApiFixture.builtin;
import static org.ffigen.lower.ApiFixture.callback;
import static org.ffigen.lower.ApiFixture.constant;
import static org.ffigen.lower.ApiFixture.enumeration;
import static org.ffigen.lower.ApiFixture.field;
import static org.ffigen.lower.ApiFixture.function;
import static org.ffigen.lower.ApiFixture.incompleteArray;
import static org.ffigen.lower.ApiFixture.layout;
import static org.ffigen.lower.ApiFixture.macro;
import static org.ffigen.lower.ApiFixture.named;
import static org.ffigen.lower.ApiFixture.opaque;
import static org.ffigen.lower.ApiFixture.pointer;
import static org.ffigen.lower.ApiFixture.record;
import static org.ffigen.lower.ApiFixture.type;
import static org.ffigen.lower.ApiFixture.typedef;
import static org.ffigen.lower.ApiFixture.variable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ffigen.lower.ApiFixture.Field;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.CType.Nullability;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.ConstantValue.AddressValue;
import org.ffigen.model.ConstantValue.FloatingValue;
import org.ffigen.model.ConstantValue.IntegerValue;
import org.ffigen.model.ConstantValue.StringValue;
import org.ffigen.model.ConstantValue.WideFloatingValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumConstant;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.Linkage;
import org.ffigen.model.NativeApi;
import org.ffigen.model.PerTarget;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.ffigen.model.Shim;
import org.ffigen.model.SourceLocation;
import org.ffigen.model.Target;

/** APIs that between them have every value the model can have, by what they are about. */
final class Apis {

    private static final CType INT = builtin(BuiltinKind.INT);
    private static final CType LONG = builtin(BuiltinKind.LONG);
    private static final List<Target> ALL_TARGETS = List.of(LINUX, LINUX_ARM, MACOS_ARM, WINDOWS);

    private Apis() {
    }

    static Map<String, NativeApi> all() {
        Map<String, NativeApi> all = new LinkedHashMap<>();
        all.put("rich.h", RichApi.api());
        all.put("rich.h on four targets", onAllTargets(RichApi.api()));
        all.put("nothing", api());
        all.put("no target", api(List.of()));
        all.put("an enum without a target", api(List.of(), enumeration("e", BuiltinKind.INT, "A", 0)));
        all.put("every builtin type", api(ALL_TARGETS, everyBuiltin()));
        all.put("every form of type", api(ALL_TARGETS, everyForm()));
        all.put("layouts by target", layouts());
        all.put("text that needs care", texts());
        all.put("numbers at the edge", api(numbers()));
        all.put("attributes", api(attributes()));
        all.put("every code", codes());
        all.put("recursion", api(record("struct:node", 16, 8, field("next", pointer(named("struct:node")), 0),
                field("visit", callback(CType.VOID, pointer(named("struct:node"))), 8))));
        return all;
    }

    static NativeApi onAllTargets(NativeApi api) {
        Map<String, Target> targets = new TreeMap<>();
        ALL_TARGETS.forEach(target -> targets.put(target.id(), target));
        return new NativeApi(api.library(), api.headers(), api.arguments(), targets, api.declarations().values(),
                api.skipped());
    }

    private static Declaration[] everyBuiltin() {
        return Stream.of(BuiltinKind.values())
                .flatMap(kind -> Stream.of(variable("v_" + kind, builtin(kind)),
                        function("f_" + kind, builtin(kind), pointer(builtin(kind))),
                        enumeration("e_" + kind, kind, "K_" + kind, 1)))
                .toArray(Declaration[]::new);
    }

    private static Declaration[] everyForm() {
        FunctionType old = new FunctionType(INT, List.of(), false, false);
        FunctionType print = new FunctionType(INT,
                List.of(new FunctionType.Parameter("fmt", pointer(constant(builtin(BuiltinKind.CHAR))))), true, true);
        CType unsupported = new CType.Unsupported("vector", "v4f", 16, 8);
        CType floating = builtin(BuiltinKind.FLOAT);
        List<CType> forms = List.of(constant(INT), constant(pointer(constant(INT))), constant(array(INT, 3)),
                array(constant(array(INT, 2)), 3), incompleteArray(pointer(INT)), constant(incompleteArray(INT)),
                new CType.Pointer(INT, Nullability.NONNULL), new CType.Pointer(INT, Nullability.NULLABLE),
                constant(new CType.Pointer(pointer(INT), Nullability.NULLABLE)),
                pointer(new CType.Function(old)), pointer(new CType.Function(print)),
                callback(callback(INT, LONG), callback(CType.VOID)), unsupported, constant(unsupported),
                new CType.Unsupported("block", "void (^)(void)"), new CType.Complex(floating),
                constant(new CType.Vector(floating, 3, 16)), new CType.Atomic(pointer(INT)),
                new CType.BitInt(37, true), constant(new CType.BitInt(100, false)),
                pointer(unsupported), array(INT, 0), array(INT, 1L << 40), named("struct:s"),
                new CType.Qualified(CType.Qualifier.VOLATILE, INT), pointer(new CType.Const(new CType.Qualified(
                        CType.Qualifier.VOLATILE, named("struct:s")))),
                new CType.Qualified(CType.Qualifier.VOLATILE, new CType.Qualified(CType.Qualifier.RESTRICT,
                        pointer(constant(INT)))),
                new CType.Qualified(CType.Qualifier.VOLATILE, array(INT, 3)),
                new CType.Qualified(CType.Qualifier.VOLATILE, new CType.BitInt(100, false)),
                new CType.Qualified(CType.Qualifier.VOLATILE, unsupported),
                constant(named("union:u")), pointer(constant(named("enum:e"))), named("typedef:t"));
        Declaration[] all = new Declaration[forms.size() + 5];
        for (int i = 0; i < forms.size(); i++) {
            all[i] = variable("v" + i, forms.get(i));
        }
        all[forms.size()] = opaque("struct:s");
        all[forms.size() + 1] = opaque("union:u");
        all[forms.size() + 2] = enumeration("e", BuiltinKind.UNSIGNED_CHAR);
        all[forms.size() + 3] = typedef("t", new CType.Function(print));
        all[forms.size() + 4] = typedef("s_alias", named("struct:s"));
        return all;
    }

    private static NativeApi layouts() {
        Field a = field("a", LONG, 0);
        RecordDecl same = record("struct:s", 8, 8, a);
        RecordDecl varies = new RecordDecl(same.id(), same.members(), new PerTarget.Varies<>(new TreeMap<>(Map.of(
                LINUX.id(), layout(8, 8, a), WINDOWS.id(), layout(4, 4, a)))), same.comment(), HERE);
        return api(ALL_TARGETS, varies, function("f", named("struct:s"), LONG),
                function("g", CType.VOID, pointer(named("struct:s"))));
    }

    private static NativeApi texts() {
        Optional<String> comment = Optional.of("/**\r\n * \"Quoted\" \\ back\tslash,\u0007 bell, \u2028 separator,"
                + "\n * gr\u00fc\u00df Gott \ud83d\ude00, half \ud83d a character </script>*/");
        FunctionDecl function = new FunctionDecl(DeclId.function("na\u00efve$1"), "_Z3\"foo\"", type(INT),
                Linkage.EXTERNAL,
                false, Optional.of("say \"no\"\n"), comment, new SourceLocation("dir with space/\u00e9.h", 1, 1));
        EnumDecl documented = new EnumDecl(DeclId.parse("enum:e"), BuiltinKind.INT,
                List.of(new EnumConstant("A", BigInteger.ONE, Optional.of("say \"B\""), comment)), true, comment, HERE);
        return new NativeApi("gr\u00fc\u00df", List.of("a.h", "b/c.h"), List.of("-DX=\"a b\"", "-std=c11"),
                Map.of(LINUX.id(), LINUX), List.of(function, documented,
                        typedef("z", INT), typedef("Z", INT), typedef("_", INT), typedef("\ud83d\ude00", INT)),
                List.of());
    }

    private static Declaration[] numbers() {
        List<ConstantValue> values = List.of(
                new IntegerValue(new BigInteger("18446744073709551615"), BuiltinKind.UNSIGNED_LONG_LONG),
                new IntegerValue(BigInteger.valueOf(Long.MIN_VALUE), BuiltinKind.LONG_LONG),
                new IntegerValue(BigInteger.ONE, BuiltinKind.BOOL),
                new FloatingValue(Double.NaN, BuiltinKind.FLOAT),
                new FloatingValue(Double.POSITIVE_INFINITY, BuiltinKind.DOUBLE),
                new FloatingValue(Double.NEGATIVE_INFINITY, BuiltinKind.LONG_DOUBLE),
                new WideFloatingValue(new BigDecimal("1.18973149535723176502E+4932"), BuiltinKind.LONG_DOUBLE),
                new WideFloatingValue(new BigDecimal("7"), BuiltinKind.FLOAT128),
                new WideFloatingValue(new BigDecimal("-6e-4966"), BuiltinKind.FLOAT128),
                new FloatingValue(-0.0, BuiltinKind.LONG_DOUBLE),
                StringValue.of("w\0\0\0".getBytes(StandardCharsets.UTF_8), BuiltinKind.WCHAR),
                new FloatingValue(-0.0, BuiltinKind.DOUBLE), new FloatingValue(Double.MIN_VALUE, BuiltinKind.DOUBLE),
                new FloatingValue(Double.MAX_VALUE, BuiltinKind.DOUBLE), new FloatingValue(0.1f, BuiltinKind.FLOAT),
                StringValue.of(new byte[0]), StringValue.of(new byte[]{0, -1, 'a', 0}), new AddressValue(0),
                new AddressValue(-1), new AddressValue(Long.MIN_VALUE));
        Declaration[] all = new Declaration[values.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = macro("M" + i, "( " + i + " )", values.get(i));
        }
        return all;
    }

    private static Declaration[] attributes() {
        return new Declaration[]{
                new FunctionDecl(DeclId.function("die"), "die", type(CType.VOID), Linkage.WEAK, true, Optional.of(""),
                        Optional.of("/// Ends it all."), HERE),
                function("inlined", "inlined", type(INT, INT), true),
                function("renamed", "renamed_v2", type(INT), false),
                new FunctionDecl(DeclId.function("MAX"), "MAX", type(INT, INT, INT), Linkage.MACRO,
                        OptionalInt.empty(), Optional.of(new Shim("a-shims", "ffigen_a_MAX", type(INT, INT, INT))),
                        false, Optional.empty(), Optional.empty(), HERE, List.of("GREATER")),
                new FunctionDecl(DeclId.function("printInt"), "printf", type(INT, INT, INT), Linkage.EXTERNAL,
                        OptionalInt.of(1), Optional.empty(), false, Optional.empty(), Optional.empty(), HERE,
                        List.of()),
                new VariableDecl(DeclId.parse("var:mine"), "mine", INT, true,
                        Optional.of(new Shim("a-shims", "ffigen_a_mine", type(new CType.Pointer(INT)))),
                        Optional.of(""), Optional.empty(), HERE, List.of("own")),
                new VariableDecl(DeclId.parse("var:each"), "each", INT, true, Optional.empty(), HERE),
                new VariableDecl(DeclId.parse("var:other"), "other_v2", INT, false, Optional.of("/* other */"),
                        SourceLocation.systemHeader("sys/other.h")),
                typedef("off_t", LONG),
        };
    }

    private static NativeApi codes() {
        List<Skipped> skipped = Stream.of(SkipCode.values())
                .map(code -> new Skipped("thing", "t_" + code.code(), code, code.reason(), HERE))
                .toList();
        return new NativeApi("z", List.of(), List.of(), Map.of(LINUX.id(), LINUX), List.of(), skipped);
    }
}
