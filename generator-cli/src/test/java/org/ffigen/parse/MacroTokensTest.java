package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Preprocessing tokens. */
class MacroTokensTest {

    @Test
    void the_longest_token_is_taken() {
        assertThat(MacroTokens.of("a+++b<<=0x1p-3.f ...## ")).containsExactly("a", "++", "+", "b", "<<=", "0x1p-3.f",
                "...", "##");
    }

    @Test
    void literals_are_one_token_with_their_prefix() {
        assertThat(MacroTokens.of("L\"a b\" u8\"c\\\"d\" '\\'' \"/* no comment */\""))
                .containsExactly("L\"a b\"", "u8\"c\\\"d\"", "'\\''", "\"/* no comment */\"");
    }

    @Test
    void digits_may_be_separated() {
        assertThat(MacroTokens.of("-5'000'000u + 0xdead'beef + 'a'")).containsExactly("-", "5'000'000u", "+",
                "0xdead'beef", "+", "'a'");
    }

    @Test
    void comments_are_no_tokens() {
        assertThat(MacroTokens.of("1 /* two\n three */ + 4 // five")).containsExactly("1", "+", "4");
    }

    @Test
    void brackets_must_close_in_order() {
        assertThat(MacroTokens.isBalanced(MacroTokens.of("(a[1] + {2})"))).isTrue();
        assertThat(MacroTokens.isBalanced(MacroTokens.of("1) + (2"))).isFalse();
        assertThat(MacroTokens.isBalanced(MacroTokens.of("(1]"))).isFalse();
        assertThat(MacroTokens.isBalanced(MacroTokens.of("\"(\" + ')'"))).isTrue();
        assertThat(MacroTokens.isBalanced(MacroTokens.of("{"))).isFalse();
    }
}
