package org.imageop.imageio.formats.gif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.imageop.ImageSize;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.sequence.FrameJoiner;

/** Makes an animated GIF file: the colours of the first frame are global, and frames that have others bring them along. */
final class GifJoiner implements FrameJoiner {
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int APPLICATION = 0xff;
    private static final int TABLE = 0x80;
    private static final int INTERLACED = 0x40;
    /** Milliseconds. */
    private static final int STEP = 10;

    private final OutputStream out;
    private final ImageSize canvas;
    private final int plays;
    private byte[] global = {};

    /** Writes into an empty file. */
    GifJoiner(SeekableByteChannel file, ImageSize canvas, int plays) {
        this.out = Channels.newOutputStream(file);
        this.canvas = canvas;
        this.plays = plays;
    }

    /** The duration that a file holds in the place of another. */
    static double nearestDuration(double duration) {
        return STEP * Math.min(Math.rint(duration / STEP), 0xffff);
    }

    /** How often a file can be played in the place of another number. */
    static int nearestPlays(int plays) {
        return Math.min(plays, 0x10000);
    }

    /** The parts of a file of one image. */
    private record Still(byte[] extensions, byte[] table, int transparent, int interlaced, long data) {
        static Still of(FileBytes file) throws IOException {
            byte[] table = table(file, 10, 13);
            long at = 13 + table.length;
            int transparent = -1;
            ByteArrayOutputStream extensions = new ByteArrayOutputStream();
            while (file.little(at, 1) == EXTENSION) {
                long end = end(file, at + 2);
                int label = (int) file.little(at + 1, 1);
                if (label == GRAPHIC_CONTROL) {
                    transparent = (file.little(at + 3, 1) & 1) == 0 ? -1 : (int) file.little(at + 6, 1);
                } else if (label != APPLICATION || !file.starts(at + 3, "NETSCAPE2.0")) {
                    extensions.writeBytes(file.bytes(at, end - at));
                }
                at = end;
            }
            byte[] local = table(file, at + 9, at + 10);
            return new Still(
                    extensions.toByteArray(),
                    local.length == 0 ? table : local,
                    transparent,
                    (int) file.little(at + 9, 1) & INTERLACED,
                    at + 10 + local.length);
        }

        private static byte[] table(FileBytes file, long flagsAt, long at) throws IOException {
            long flags = file.little(flagsAt, 1);
            return (flags & TABLE) == 0 ? new byte[0] : file.bytes(at, 6L << (flags & 7));
        }

        /** Behind the blocks of data that begin at a place. */
        static long end(FileBytes file, long start) throws IOException {
            long at = start;
            for (long count = file.little(at, 1); count > 0; count = file.little(at, 1)) {
                at += 1 + count;
            }
            return at + 1;
        }
    }

    @Override
    public void add(FileBytes file, FrameInfo frame) throws IOException {
        Still still = Still.of(file);
        if (global.length == 0) {
            global = still.table;
            header(still);
        }
        int disposal = switch (frame.disposal()) {
            case NONE -> 1;
            case BACKGROUND -> 2;
            case PREVIOUS -> 3;
        };
        boolean local = !Arrays.equals(still.table, global);
        ByteBuffer head = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) EXTENSION).put((byte) GRAPHIC_CONTROL).put((byte) 4);
        head.put((byte) (disposal << 2 | (still.transparent < 0 ? 0 : 1)));
        head.putShort((short) (nearestDuration(frame.duration()) / STEP));
        head.put((byte) Math.max(still.transparent, 0)).put((byte) 0);
        head.put((byte) 0x2c).putShort((short) frame.x()).putShort((short) frame.y());
        head.putShort((short) frame.size().width())
                .putShort((short) frame.size().height());
        head.put((byte) (still.interlaced | (local ? flags(still.table) : 0)));
        out.write(head.array());
        if (local) {
            out.write(still.table);
        }
        for (long at = still.data, end = Still.end(file, at + 1); at < end; ) {
            byte[] block = file.bytes(at, Math.min(end - at, 1 << 16));
            out.write(block);
            at += block.length;
        }
    }

    private void header(Still first) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(13).order(ByteOrder.LITTLE_ENDIAN);
        head.put("GIF89a".getBytes(StandardCharsets.US_ASCII));
        head.putShort((short) canvas.width()).putShort((short) canvas.height());
        head.put((byte) (0x70 | flags(global))).putShort((short) 0);
        out.write(head.array());
        out.write(global);
        if (plays != 1) {
            int repeats = Math.max(nearestPlays(plays) - 1, 0);
            out.write("!\u00ff\u000bNETSCAPE2.0\3\1".getBytes(StandardCharsets.ISO_8859_1));
            out.write(new byte[] {(byte) repeats, (byte) (repeats >> 8), 0});
        }
        out.write(first.extensions);
    }

    /** A table of 2ⁿ⁺¹ colours. */
    private static int flags(byte[] table) {
        return TABLE | Integer.numberOfTrailingZeros(table.length / 6);
    }

    @Override
    public void finish() throws IOException {
        out.write(0x3b);
    }
}
