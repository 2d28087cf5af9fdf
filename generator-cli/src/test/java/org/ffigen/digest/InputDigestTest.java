package org.ffigen.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputDigestTest {

    private static final List<String> ARGUMENTS = List.of("--header", "a.h", "--out", "gen", "--", "-std=c11");

    @Test
    void is_the_sha_256_of_the_arguments_joined_by_nul() {
        assertThat(InputDigest.ofArguments(List.of("--header", "a.h")))
                .isEqualTo(InputDigest.ofText("--header\0a.h"))
                .isEqualTo("bbfffaba2d0ca4d9f89c4044b11f52648c8806bfe56b2d3b9e30da0a41e055a6");
    }

    @Test
    void leaves_out_what_has_no_influence_on_the_output() {
        assertThat(InputDigest.ofArguments(List.of("--if-changed", "--header", "a.h", "--verbose", "--format", "json",
                "--offline", "--out", "gen", "--check", "--format=text", "--", "-std=c11")))
                .isEqualTo(InputDigest.ofArguments(ARGUMENTS));
    }

    @Test
    void counts_all_that_is_clangs() {
        assertThat(InputDigest.ofArguments(List.of("--header", "a.h", "--out", "gen", "--", "-std=c11", "--verbose")))
                .isNotEqualTo(InputDigest.ofArguments(ARGUMENTS));
    }
}
