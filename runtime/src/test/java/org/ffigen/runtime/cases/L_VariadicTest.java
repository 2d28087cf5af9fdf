package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ffigen.runtime.dynamic.NativeType.F32;
import static org.ffigen.runtime.dynamic.NativeType.F64;
import static org.ffigen.runtime.dynamic.NativeType.I32;

import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.Signature;
import org.ffigen.runtime.dynamic.SymbolDefinition;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.Test;

/** Cases L: variable arguments. */
class L_VariadicTest {
    /** Declared as fixed it happens to work on x86-64 only, and nothing here shows it: a signature says what varies. */
    @Test
    void L1_L2_variable_arguments_are_said_to_be_variable() {
        SymbolTable table = SymbolTable.builder()
                .add("ints", variadic("sum_va", Signature.of(I32, I32, I32, I32, I32)))
                .add("doubles", variadic("sum_va_double", Signature.of(F64, I32, F64, F64)))
                .build();
        try (DynamicLibrary library = CasesLibrary.open(table)) {
            assertThat(library.function("ints").call(3, 1, 2, 3)).isEqualTo(6);
            assertThat(library.function("doubles").call(2, 1.5, 2.5)).isEqualTo(4.0);
        }
    }

    @Test
    void a_type_that_c_promotes_is_refused_as_a_variable_argument() {
        assertThatIllegalArgumentException().isThrownBy(() -> Signature.of(F64, I32, F32).variadicAfter(1))
                .withMessageContaining("which C passes as f64");
        assertThatIllegalArgumentException().isThrownBy(() -> Signature.of(F64, I32).variadicAfter(2));
    }

    private static SymbolDefinition variadic(String symbol, Signature signature) {
        return new SymbolDefinition.Function(signature.variadicAfter(1), symbol, false, false);
    }
}
