package org.imageop.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    @Test
    void lackOfMemoryComesWithAdviceHoweverDeepItIs() {
        Throwable wrapped = new IOException("x", new IllegalStateException(new OutOfMemoryError("Java heap space")));
        assertThat(Problem.describe(wrapped))
                .startsWith("not enough memory: the heap ends at ")
                .endsWith("allow more, as in IMAGEOP_JAVA_OPTS=-Xmx8g");
        assertThat(Problem.describe(new OutOfMemoryError())).isEqualTo(Problem.describe(wrapped));
    }

    @Test
    void fileSystemsAreTranslated() {
        assertThat(Problem.describe(new NoSuchFileException("a"))).isEqualTo("a: no such file or folder");
        assertThat(Problem.describe(new AccessDeniedException("a"))).isEqualTo("a: permission denied");
        assertThat(Problem.describe(new FileSystemException("a", null, "Too many levels of symbolic links")))
                .isEqualTo("a: Too many levels of symbolic links");
    }

    @Test
    void aFileIsNamedOnce() {
        assertThat(Problem.describe(Path.of("a.png"), new IOException("a.png is empty")))
                .isEqualTo("a.png is empty");
        assertThat(Problem.describe(Path.of("a.png"), new IOException("is empty")))
                .isEqualTo("a.png: is empty");
    }

    @Test
    void whatNobodyForesawNamesItsClass() {
        assertThat(Problem.describe(new IllegalStateException("odd")))
                .isEqualTo("unexpected IllegalStateException, --verbose shows where: odd");
        assertThat(Problem.describe(new NullPointerException()))
                .isEqualTo("unexpected NullPointerException, --verbose shows where");
    }

    @Test
    void isOneLineWithoutControlCharacters() {
        assertThat(Problem.oneLine(" a\r\n  b\tc\u001b[2J\u0085d ")).isEqualTo("a b?c?[2J d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "convert it with StandardImage.from(image, Mode.RGB48) | convert it with --mode RGB48",
                "resize it with StandardImage.from(image, width, height) | resize it with --size WxH",
                "choose one with WriteOptions.withFormat, or | choose one with --format, or",
                "trust it, raise the limit with ReadOptions.withMaxBytes | trust it, read it with --unlimited",
            })
    void adviceForProgrammersBecomesAnOption(String message, String advice) {
        assertThat(Problem.describe(new IOException(message))).isEqualTo(advice);
    }
}
