package org.imageop.imagej.pixels;

import java.util.List;
import org.imageop.Plane;

/** Signed numbers of 16 bits, each kept as the unsigned one that is 32768 larger. */
public final class SignedRows extends ArrayRows {
    /** All numbers that there are. */
    public static final Plane.Range ALL = new Plane.Range(Short.MIN_VALUE, Short.MAX_VALUE);

    private static final int LARGEST = 0xffff;
    private static final int OFFSET = Short.MIN_VALUE;

    private final short[] shorts;
    private final Plane.Range range;

    /**
     * The numbers of an array of shorts.
     *
     * @param range the numbers that are black and white
     */
    public SignedRows(PixelArray pixels, Plane.Range range) {
        super(pixels);
        this.shorts = (short[]) pixels.elements();
        this.range = range;
    }

    private int number(int index) {
        return (shorts[index] & LARGEST) + OFFSET;
    }

    private void set(int index, double number) {
        double real = Double.isNaN(number) ? range.min() : number;
        long whole = Math.round(Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, real)));
        shorts[index] = (short) (whole - OFFSET);
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int at = index(x, y);
        for (int i = 0; i < count; i++) {
            samples[offset + i] = range.sample(number(at + i), LARGEST);
        }
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        int at = index(x, y);
        for (int i = 0; i < count; i++) {
            set(at + i, range.number(samples[offset + i], LARGEST));
        }
    }

    @Override
    public List<Plane.Range> ranges() {
        return List.of(range);
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        int at = index(x, y);
        for (int i = 0; i < count; i++) {
            numbers[offset + i] = number(at + i);
        }
    }

    @Override
    public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        int at = index(x, y);
        for (int i = 0; i < count; i++) {
            set(at + i, numbers[offset + i]);
        }
    }
}
