package org.imageop.imageio.formats.png;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.imageop.imageio.codec.RefusedException;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.frames.FrameInfo.Blend;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.sequence.FrameJoiner;

/** Makes an animated PNG file: the first frame's file, and of the others the compressed pixels. */
final class ApngJoiner implements FrameJoiner {
    private static final int SIGNATURE = 8;
    private static final int HEADER_DATA = 16;
    private static final int HEADER_LENGTH = 13;
    private static final int CONTROL = SIGNATURE + 12 + HEADER_LENGTH;
    private static final int LARGEST = 0xffff;
    private static final int BLOCK = 1 << 20;

    private final SeekableByteChannel file;
    private final int plays;
    private byte[] format = {};
    private int frames;
    private int number;

    /** Writes into an empty file. */
    ApngJoiner(SeekableByteChannel file, int plays) {
        this.file = file;
        this.plays = plays;
    }

    /** A duration in seconds. */
    private record Fraction(int numerator, int denominator) {
        double duration() {
            return 1000.0 * numerator / denominator;
        }

        /** Milliseconds if they are whole, or the nearest of all fractions. */
        static Fraction of(double duration) {
            double seconds = Math.min(duration / 1000, LARGEST);
            if (duration == Math.rint(duration) && duration <= LARGEST) {
                return new Fraction((int) duration, 1000);
            }
            int best = 1;
            for (int d = 1; d <= LARGEST && seconds * d <= LARGEST; d++) {
                best = error(seconds, d) < error(seconds, best) ? d : best;
            }
            return new Fraction((int) Math.rint(seconds * best), best);
        }

        private static double error(double seconds, int denominator) {
            return Math.abs(Math.rint(seconds * denominator) / denominator - seconds);
        }
    }

    /** The duration that a file holds in the place of another. */
    static double nearestDuration(double duration) {
        return Fraction.of(duration).duration();
    }

    @Override
    public void add(FileBytes still, FrameInfo frame) throws IOException {
        byte[] header = still.bytes(HEADER_DATA, HEADER_LENGTH);
        byte[] own = Arrays.copyOfRange(header, 8, HEADER_LENGTH);
        if (frames == 0) {
            format = own;
            write(still.bytes(0, CONTROL));
            write(PngChunk.of("acTL", new byte[8])); // until the number is known
        } else if (!Arrays.equals(own, format)) {
            throw new RefusedException("the pixels of its frames have different forms in PNG files; convert all to the"
                    + " same mode [errors.md#frames-differ]");
        }
        boolean begun = false;
        for (long at = CONTROL; still.has(at, 12); ) {
            long count = still.big(at, 4);
            String type = new String(still.bytes(at + 4, 4), StandardCharsets.ISO_8859_1);
            boolean pixels = type.equals("IDAT");
            if (pixels && !begun) {
                write(control(frame));
                begun = true;
            }
            if (frames == 0 && !type.equals("IEND")) {
                copy(still, at, count + 12);
            } else if (pixels) {
                addData(still, at + 8, count);
            }
            at += count + 12;
        }
        frames++;
    }

    private byte[] control(FrameInfo frame) {
        Fraction delay = Fraction.of(frame.duration());
        ByteBuffer data = ByteBuffer.allocate(26).putInt(number++);
        data.putInt(frame.size().width())
                .putInt(frame.size().height())
                .putInt(frame.x())
                .putInt(frame.y());
        data.putShort((short) delay.numerator).putShort((short) delay.denominator);
        data.put((byte) frame.disposal().ordinal()).put((byte) (frame.blend() == Blend.OVER ? 1 : 0));
        return PngChunk.of("fcTL", data.array());
    }

    private void addData(FileBytes still, long position, long length) throws IOException {
        for (long done = 0; done < length; done += BLOCK) {
            byte[] block = still.bytes(position + done, Math.min(BLOCK, length - done));
            ByteBuffer data =
                    ByteBuffer.allocate(4 + block.length).putInt(number++).put(block);
            write(PngChunk.of("fdAT", data.array()));
        }
    }

    private void copy(FileBytes still, long position, long length) throws IOException {
        for (long done = 0; done < length; done += BLOCK) {
            write(still.bytes(position + done, Math.min(BLOCK, length - done)));
        }
    }

    private void write(byte[] bytes) throws IOException {
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
            file.write(rest);
        }
    }

    @Override
    public void finish() throws IOException {
        write(PngChunk.of("IEND", new byte[0]));
        file.position(CONTROL);
        write(PngChunk.of(
                "acTL", ByteBuffer.allocate(8).putInt(frames).putInt(plays).array()));
    }
}
