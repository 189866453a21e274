package org.imageop.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Everything that measures runs once, briefly, on few pixels and in this very JVM; the times mean nothing. */
@Tag("proof")
class SmokeTest {
    @Test
    void everyBenchmarkRuns() throws RunnerException {
        var options = new OptionsBuilder()
                .include(".*")
                .param("size", "240")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        assertThat(new Runner(options).run()).isNotEmpty();
    }

    @Test
    void everythingElseRuns() {
        EverythingElse.run();
    }

    @ParameterizedTest
    @EnumSource
    void growthRuns(Growth.Work work) throws IOException {
        Growth.Measured measured = work.on(64, 40);

        assertThat(measured.milliseconds()).isPositive();
        assertThat(measured.peakMegabytes()).isPositive();
    }
}
