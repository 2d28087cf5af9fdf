package org.ffigen.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentBriefTest {

    @Test
    void markersAreDropped() {
        assertThat(CommentBrief.of("/** A point. */")).isEqualTo("A point.");
        assertThat(CommentBrief.of("/**< abscissa **/")).isEqualTo("abscissa");
        assertThat(CommentBrief.of("/// One\n/// two")).isEqualTo("One two");
        assertThat(CommentBrief.of("//! One")).isEqualTo("One");
        assertThat(CommentBrief.of("/*\n** Plain,\r\n** old\n*/")).isEqualTo("Plain, old");
    }

    @Test
    void theFirstParagraphIsIt() {
        assertThat(CommentBrief.of("/**\n * One\n * two.\n *\n * Three.\n */")).isEqualTo("One two.");
    }

    @Test
    void commandsEndIt() {
        assertThat(CommentBrief.of("/** Opens. @param name a name @return a handle */")).isEqualTo("Opens.");
        assertThat(CommentBrief.of("/**\n * \\brief Opens @p name.\n * \\param name a name\n */"))
                .isEqualTo("Opens @p name.");
        assertThat(CommentBrief.of("/** @return it */")).isEmpty();
    }

    @Test
    void thereMayBeNone() {
        assertThat(CommentBrief.of("/** */")).isEmpty();
        assertThat(CommentBrief.of("/***********/")).isEmpty();
        assertThat(CommentBrief.of("//")).isEmpty();
        assertThat(CommentBrief.of("")).isEmpty();
    }

    @Test
    void starsInsideStay() {
        assertThat(CommentBrief.of("/* a * b / c */")).isEqualTo("a * b / c");
    }
}
