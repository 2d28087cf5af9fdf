package org.ffigen.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ffigen.config.BindingRules;
import org.ffigen.config.Given;
import org.ffigen.config.NamingRules;
import org.ffigen.config.NamingStyle;
import org.ffigen.config.Rename;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.FunctionType;
import org.ffigen.model.Linkage;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SourceLocation;
import org.ffigen.model.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names are stable, unique, legal and accounted for. */
class DeclaredNamesTest {

    private static final List<String> C_NAMES = List.of("one_name", "oneName", "one__name", "ONE_NAME", "OneName",
            "one_name_", "_one_name", "one_nameRaw", "one_name_raw", "wait", "new", "String", "string", "LIBRARY",
            "Call_I", "a_open", "open", "a_", "A_OPEN");

    private static final NamingRules JAVA = NamingRules.NONE;
    private static final NamingRules AS_IN_C = rules(NamingStyle.C, List.of(), List.of());
    private static final NamingRules STRIPPED = rules(NamingStyle.JAVA, List.of("a_", "A_"), List.of());

    private final Diagnostics diagnostics = new Diagnostics();

    static Stream<NamingRules> rules() {
        return Stream.of(JAVA, AS_IN_C, STRIPPED);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void what_is_added_later_renames_nothing(NamingRules rules) {
        for (DeclId.Kind first : kinds()) {
            for (DeclId.Kind second : kinds()) {
                for (String a : C_NAMES) {
                    for (String b : C_NAMES) {
                        addedLater(new DeclId(first, a), new DeclId(second, b), rules);
                    }
                }
            }
        }
    }

    private void addedLater(DeclId a, DeclId b, NamingRules rules) {
        if (a.equals(b)) {
            return;
        }
        String before = names(rules, a).get(a);
        Map<DeclId, String> both = names(rules, a, b);
        assertThat(both.get(a)).as("%s after %s was added", a, b).isEqualTo(before);
        if (isMethod(a) == isMethod(b)) {
            assertThat(both.get(b)).as("%s beside %s", b, a).isNotEqualTo(before);
        }
        if (a.kind() == DeclId.Kind.STRUCT && b.kind() == DeclId.Kind.STRUCT) {
            assertThat(both.get(b)).as("%s beside %s", b, a).isNotEqualToIgnoringCase(before);
        }
    }

    @Test
    void all_names_of_one_scope_are_apart_and_legal_however_many_there_are() {
        for (NamingRules rules : rules().toList()) {
            List<DeclId> all = new ArrayList<>();
            kinds().forEach(kind -> C_NAMES.forEach(name -> all.add(new DeclId(kind, name))));
            Map<DeclId, String> names = names(rules, all.toArray(DeclId[]::new));

            assertThat(names).hasSize(all.size());
            names.forEach((id, name) -> assertThat(ReservedNames.legal(name)).isEqualTo(name));
            assertThat(all.stream().filter(DeclaredNamesTest::isMethod).map(names::get)).doesNotHaveDuplicates();
            assertThat(all.stream().filter(id -> !isMethod(id)).map(names::get)).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_name_that_needs_decoration_has_it_by_itself() {
        assertThat(names(JAVA, function("wait"), function("new"), function("read_raw"), struct("string"),
                macro("LIBRARY")).values()).containsExactlyInAnyOrder("wait_", "new_", "readRaw_", "String_",
                        "LIBRARY_");
    }

    @Test
    void every_name_that_is_other_than_expected_is_reported_with_its_reason() {
        assertThat(given(JAVA, function("wait"), function("new"), function("one_name"), function("oneName"),
                struct("string"), function("plain"), struct("point"))).containsExactly(
                        "function:new is new_: new is a word of Java",
                        "function:oneName is oneName_: oneName is function:one_name",
                        "function:wait is wait_: every object in Java has a method wait",
                        "struct:string is String_: generated code uses the name String");
    }

    @Test
    void what_only_c_has_in_names_is_spelled_out_and_reported() {
        assertThat(given(JAVA, function("x\u00b7y"), struct("point$ptr"), struct("com\u00b9"), macro("A\u00b7B"),
                function("f$g"))).containsExactly(
                        "function:x\u00b7y is x_u00b7y: Java has no names with such characters",
                        "macro:A\u00b7B is A_u00b7B: Java has no names with such characters",
                        "struct:com\u00b9 is Com_u00b9: Java has no names with such characters",
                        "struct:point$ptr is Point_ptr: a $ in the name of a class stands for one within another");
    }

    @Test
    void with_naming_c_names_are_as_in_c() {
        assertThat(names(AS_IN_C, function("one_name"), struct("z_stream"), macro("Z_OK"), function("new")).values())
                .containsExactlyInAnyOrder("one_name", "z_stream", "Z_OK", "new_");
    }

    @Test
    void prefixes_are_taken_off_unless_that_leaves_no_name_or_one_that_is_taken() {
        DeclId[] all = {function("open"), function("a_open"), function("a_close"), function("a_"), function("a_2d"),
                function("a_new"), struct("a_point"), macro("A_MAX")};

        assertThat(names(STRIPPED, all)).containsAllEntriesOf(Map.of(function("a_open"), "aOpen", function("a_close"),
                "close", function("a_"), "a", function("a_2d"), "a2d", function("a_new"), "aNew", struct("a_point"),
                "Point", macro("A_MAX"), "MAX"));
        assertThat(given(STRIPPED, all)).contains("function:a_open is aOpen: open is function:open");
    }

    @Test
    void the_longest_prefix_that_fits_is_taken_off() {
        assertThat(names(rules(NamingStyle.JAVA, List.of("a_", "a_b_"), List.of()), function("a_b_c")).values())
                .containsExactly("c");
    }

    @Test
    void the_user_decides_and_others_give_way() {
        NamingRules rules = rules(NamingStyle.JAVA, List.of(), List.of("f=open", "struct:s=Database", "MAX=most"));

        assertThat(names(rules, function("open"), function("f"), struct("s"), macro("MAX"))).isEqualTo(Map.of(
                function("open"), "open_", function("f"), "open", struct("s"), "Database", macro("MAX"), "most"));
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void a_rename_that_cannot_be_followed_is_an_error() {
        names(rules(NamingStyle.JAVA, List.of(), List.of("f=new", "g=same", "h=same", "ff=x", "g=again")),
                function("f"), function("g"), function("h"));

        assertThat(diagnostics.all()).extracting(Diagnostic::message)
                .containsExactlyInAnyOrder(
                        "--rename: 'new' is no name in Java", "--rename: there is no ff to be renamed",
                        "g is renamed twice",
                        "--rename: the name same of function:h is function:g");
    }

    @Test
    void names_that_macros_give_follow_the_same_rules_and_give_way_to_declared_ones() {
        assertThat(aliases(JAVA, "a_open", "wait", "f_v_2", "taken")).isEqualTo(Map.of("a_open", "aOpen", "wait",
                "wait_", "f_v_2", "fV2", "taken", "taken_"));
        assertThat(aliases(AS_IN_C, "a_open", "f_v_2")).isEqualTo(Map.of("a_open", "a_open", "f_v_2", "f_v_2"));
        assertThat(aliases(STRIPPED, "a_open")).isEqualTo(Map.of("a_open", "open"));
        assertThat(aliases(rules(NamingStyle.JAVA, List.of(), List.of("a_open=start", "function:b_open=begin")),
                "a_open", "b_open")).isEqualTo(Map.of("a_open", "start", "b_open", "begin"));
        assertThat(diagnostics.all()).isEmpty();
        assertThat(aliased(JAVA, "taken").givenNames()).extracting(GivenName::toString)
                .containsExactly(new GivenName("function:taken", "taken_", "taken is function:TAKEN").toString());
    }

    private Map<String, String> aliases(NamingRules rules, String... aliases) {
        Map<DeclId, String> names = aliased(rules, aliases).names();
        return Stream.of(aliases).collect(Collectors.toMap(a -> a, a -> names.get(function(a))));
    }

    /** A function with these aliases, and after it one that is named taken in Java. */
    private Bound aliased(NamingRules rules, String... aliases) {
        Declaration.FunctionDecl function = (Declaration.FunctionDecl) declaration(function("f_v2"),
                new SourceLocation("a.h", 1, 1));
        return bind(rules, List.of(function.withAliases(List.of(aliases)),
                declaration(function("TAKEN"), new SourceLocation("a.h", 2, 1))));
    }

    private static List<DeclId.Kind> kinds() {
        return List.of(DeclId.Kind.FUNCTION, DeclId.Kind.STRUCT, DeclId.Kind.MACRO);
    }

    private static boolean isMethod(DeclId id) {
        return id.kind() == DeclId.Kind.FUNCTION;
    }

    private Map<DeclId, String> names(NamingRules rules, DeclId... inOrder) {
        return bind(rules, inOrder).names();
    }

    private List<String> given(NamingRules rules, DeclId... inOrder) {
        return bind(rules, inOrder).givenNames()
                .stream()
                .map(n -> "%s is %s: %s".formatted(n.c(), n.java(), n.reason()))
                .toList();
    }

    private Bound bind(NamingRules rules, DeclId... inOrder) {
        List<Declaration> declarations = new ArrayList<>();
        for (DeclId id : inOrder) {
            declarations.add(declaration(id, new SourceLocation("a.h", declarations.size() + 1, 1)));
        }
        return bind(rules, declarations);
    }

    private Bound bind(NamingRules rules, List<Declaration> declarations) {
        Target target = new Target("linux-x86_64", "x86_64-unknown-linux-gnu", 64, 64, 32, true, true);
        NativeApi api = new NativeApi("a", List.of("a.h"), List.of(), Map.of(target.id(), target), declarations,
                List.of());
        return Binder.bind(api, Set.of(), new JavaNaming("a", "TheLibrary", rules), BindingRules.NONE, diagnostics);
    }

    private static Declaration declaration(DeclId id, SourceLocation source) {
        return switch (id.kind()) {
            case FUNCTION -> new Declaration.FunctionDecl(id, id.name(),
                    new FunctionType(CType.VOID, List.of(), false, true), Linkage.EXTERNAL, false, Optional.empty(),
                    Optional.empty(), source);
            case STRUCT -> new Declaration.OpaqueDecl(id, Optional.empty(), source);
            default -> new Declaration.MacroConstant(id, "1",
                    new ConstantValue.IntegerValue(BigInteger.ONE, BuiltinKind.INT), Optional.empty(), source);
        };
    }

    private static DeclId function(String name) {
        return DeclId.function(name);
    }

    private static DeclId struct(String name) {
        return new DeclId(DeclId.Kind.STRUCT, name);
    }

    private static DeclId macro(String name) {
        return new DeclId(DeclId.Kind.MACRO, name);
    }

    private static NamingRules rules(NamingStyle style, List<String> prefixes, List<String> renames) {
        return new NamingRules(Optional.of(style),
                prefixes.stream().map(p -> Given.option("--strip-prefix", p)).toList(),
                renames.stream()
                        .map(r -> new Rename(Given.option("--rename", r.substring(0, r.indexOf('='))),
                                Given.option("--rename", r.substring(r.indexOf('=') + 1))))
                        .toList());
    }
}
