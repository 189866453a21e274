package org.imageop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/** Images as plain arrays of samples in the buffer's order, by way of the bytes of the buffer alone. */
public final class Samples {
    private Samples() {}

    /** A new image with the given samples; a 32-bit sample is the raw 32 bits. */
    public static StandardImage image(Mode mode, int width, int height, int... samples) {
        int bytesEach = mode.bitsPerComponent() / 8;
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * bytesEach).order(ByteOrder.nativeOrder());
        for (int sample : samples) {
            switch (bytesEach) {
                case 1 -> bytes.put((byte) sample);
                case 2 -> bytes.putShort((short) sample);
                default -> bytes.putInt(sample);
            }
        }
        return StandardImage.ofBytes(mode, width, height, bytes.array());
    }

    /** All samples of an image. */
    public static int[] of(ImageLike image) {
        int bytesEach = image.mode().bitsPerComponent() / 8;
        ByteBuffer bytes = ByteBuffer.wrap(image.buffer().get(Slice.ALL)).order(ByteOrder.nativeOrder());
        int[] samples = new int[bytes.remaining() / bytesEach];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = switch (bytesEach) {
                case 1 -> bytes.get() & 0xff;
                case 2 -> bytes.getShort() & 0xffff;
                default -> bytes.getInt();
            };
        }
        return samples;
    }

    /** How many samples an image has. */
    public static int count(Mode mode, int width, int height) {
        return (int) (mode.length(width, height) / (mode.bitsPerComponent() / 8));
    }

    /** Random samples: half of them anything, the others at the ends and in the middle of their range. */
    public static int[] random(Mode mode, int width, int height, SplittableRandom random) {
        int[] samples = new int[count(mode, width, height)];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = sample(mode.maxValue(), random);
        }
        return samples;
    }

    /** One random sample. */
    public static int sample(long max, SplittableRandom random) {
        return (int)
                switch (random.nextInt(8)) {
                    case 0 -> 0;
                    case 1 -> max;
                    case 2 -> max / 2 + random.nextInt(2);
                    case 3 -> random.nextBoolean() ? 1 : max - 1;
                    default -> random.nextLong(max + 1);
                };
    }
}
