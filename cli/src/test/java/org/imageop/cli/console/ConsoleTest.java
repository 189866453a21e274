package org.imageop.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ConsoleTest {
    @Test
    void coloursOnlyWhereTheyAreWanted() {
        assertThat(Console.colors(true, Map.of("TERM", "xterm"))).isEqualTo(Ansi.ON);
        assertThat(Console.colors(true, Map.of("NO_COLOR", ""))).isEqualTo(Ansi.ON);
        assertThat(Console.colors(true, Map.of("NO_COLOR", "1"))).isEqualTo(Ansi.OFF);
        assertThat(Console.colors(true, Map.of("TERM", "dumb"))).isEqualTo(Ansi.OFF);
        assertThat(Console.colors(false, Map.of("TERM", "xterm"))).isEqualTo(Ansi.OFF);
    }
}
