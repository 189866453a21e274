package org.imageop.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What all rows have in common: how they are measured, on how many pixels, and what the VM did before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public abstract class Case {
    /** How large the image is: {@code 4K}, or the side of a square of pixels. */
    @Param("4K")
    public String size;

    /** Whether the VM handled all modes and types before, so that the profile of its compiler is mixed. */
    @Param("false")
    public boolean mixed;

    /** Spoils the profile, if asked to. */
    @Setup
    public final void profile() {
        if (mixed) {
            EverythingElse.run();
        }
    }

    final int width() {
        return size.equals("4K") ? 3840 : Integer.parseInt(size);
    }

    final int height() {
        return size.equals("4K") ? 2160 : Integer.parseInt(size);
    }

    final byte[] noise(int components) {
        return Picture.noise(width() * height() * components);
    }

    /** With the limit of all work on pixels: copying as many bytes as an image of 8-bit RGBA has. */
    public abstract static class BesideArrayCopy extends Case {
        private byte[] from;
        private byte[] to;

        /** Makes the arrays. */
        @Setup
        public final void arrays() {
            from = noise(4);
            to = new byte[from.length];
        }

        /**
         * Copies four bytes for each pixel.
         *
         * @return the copy
         */
        @Benchmark
        public final Object arrayCopy() {
            System.arraycopy(from, 0, to, 0, from.length);
            return to;
        }
    }
}
