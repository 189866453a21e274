package org.imageop.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.imageop.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    @ParameterizedTest
    @CsvSource({
        "rgbb, '; did you mean RGB or RGBA?'",
        "RBG, '; did you mean RGB?'",
        "L6, '; did you mean L or L16 or LA?'",
        "blue, ''"
    })
    void guessesMistypedWords(String typed, String question) {
        assertThat(DidYouMean.question(
                        typed, Mode.MODES.stream().map(Mode::name).toList()))
                .isEqualTo(question);
    }
}
