package org.imageop.internal.pixels;

import org.imageop.internal.colors.ColorLoops;

/**
 * Moves, inverts and sets the bytes of pixels: from one order of components to another, with alpha added or dropped. The
 * one loop for all orders is compiled to vector instructions.
 */
public final class ByteShuffle {
    /** From which bit on each byte of the result comes, the lowest first. */
    private final int[] from = {0, 8, 16, 24};

    /** The bits that come from there; the others are zeros. */
    private int mask = -1;

    /** The bits that are then inverted. */
    private int flip;

    private ByteShuffle() {}

    /**
     * Where the bytes of a pixel go.
     *
     * @param shifts where each component is
     * @param picks which component each one of the result is, as {@link ColorLoops#pick} has it
     * @param target where each one of the result goes
     */
    public static ByteShuffle of(int[] shifts, int[] picks, int[] target) {
        ByteShuffle shuffle = new ByteShuffle();
        for (int c = 0; c < picks.length; c++) {
            int ones = 0xff << target[c];
            if (picks[c] < 0) {
                shuffle.mask &= ~ones;
                shuffle.flip |= picks[c] == ColorLoops.MAX ? ones : 0;
            } else {
                shuffle.from[target[c] / Byte.SIZE] = shifts[picks[c] % ColorLoops.INVERTED];
                shuffle.flip |= picks[c] >= ColorLoops.INVERTED ? ones : 0;
            }
        }
        return shuffle;
    }

    /** Whether {@link #apply} would change nothing. */
    public boolean identity() {
        return inPlace() && mask == -1 && flip == 0;
    }

    private boolean inPlace() {
        return from[0] == 0 && from[1] == 8 && from[2] == 16 && from[3] == 24;
    }

    /** Changes pixels from index {@code at} on, in place. */
    public void apply(int[] pixels, int at, int count) {
        if (inPlace()) {
            set(pixels, at, count, mask, flip);
        } else {
            move(pixels, at, count, from[0], from[1], from[2], from[3], mask, flip);
        }
    }

    private static void set(int[] pixels, int at, int count, int mask, int flip) {
        for (int i = at; i < at + count; i++) {
            pixels[i] = pixels[i] & mask ^ flip;
        }
    }

    private static void move(int[] pixels, int at, int count, int a, int b, int c, int d, int mask, int flip) {
        for (int i = at; i < at + count; i++) {
            int p = pixels[i];
            int low = p >>> a & 0xff | (p >>> b & 0xff) << 8;
            int high = p >>> c & 0xff | (p >>> d & 0xff) << 8;
            pixels[i] = (low | high << 16) & mask ^ flip;
        }
    }
}
