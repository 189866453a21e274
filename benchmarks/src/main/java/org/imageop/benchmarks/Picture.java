package org.imageop.benchmarks;

import java.util.SplittableRandom;

/** Pixels that benchmarks work on: noise, so that no value is favoured, in the size of a 4K screen. */
final class Picture {
    static final int WIDTH = 3840;
    static final int HEIGHT = 2160;

    private Picture() {}

    static byte[] bytes(int components) {
        byte[] bytes = new byte[WIDTH * HEIGHT * components];
        new SplittableRandom(368).nextBytes(bytes);
        return bytes;
    }
}
