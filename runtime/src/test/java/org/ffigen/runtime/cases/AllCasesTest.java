package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** No case is left out: each has a test that is named after it. */
class AllCasesTest {
    private static final List<Class<?>> TESTS = List.of(A_LoadingTest.class, B_ScalarsTest.class,
            C_ArgumentsTest.class, D_PointersTest.class, E_CallbacksTest.class, F_NonblockingTest.class,
            G_StaticsTest.class, H_StructsTest.class, I_ThreadsTest.class, J_PermissionsTest.class,
            K_LifecycleTest.class, L_VariadicTest.class);
    private static final int[] COUNTS = {20, 16, 13, 15, 21, 8, 5, 10, 8, 9, 5, 2};
    private static final Pattern ID = Pattern.compile("\\G_?([A-L]\\d+)(?=_)");

    @Test
    void each_case_has_a_test_named_after_it() {
        Set<String> tested = TESTS.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class)
                        && !method.isAnnotationPresent(Disabled.class))
                .flatMap(AllCasesTest::ids)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> cases = IntStream.range(0, COUNTS.length)
                .boxed()
                .flatMap(section -> IntStream.rangeClosed(1, COUNTS[section])
                        .mapToObj(number -> (char) ('A' + section) + "" + number))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tested).isEqualTo(cases);
    }

    private static Stream<String> ids(Method method) {
        Matcher matcher = ID.matcher(method.getName());
        return matcher.results().map(result -> result.group(1));
    }
}
