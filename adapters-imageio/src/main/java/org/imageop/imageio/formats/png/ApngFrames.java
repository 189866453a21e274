package org.imageop.imageio.formats.png;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.imageop.ImageSize;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.frames.FrameInfo.Blend;
import org.imageop.imageio.frames.FrameInfo.Disposal;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.input.JoinedBytes.Part;
import org.imageop.imageio.sequence.Animation;
import org.imageop.imageio.sequence.FrameIndex;
import org.jspecify.annotations.Nullable;

/**
 * The frames of an animated PNG file, whose first image is the one that all PNG readers see. Each of the others is handed to them
 * as a PNG file of its own.
 */
final class ApngFrames implements FrameIndex {
    private static final int SIGNATURE = 8;
    private static final int HEADER_DATA = 16;
    private static final int HEADER_LENGTH = 13;
    private static final int HUNDREDTHS = 100;

    /** A frame, and the pieces of its compressed pixels, unless it is the first image. */
    private static final class Entry {
        final FrameInfo info;
        final List<Part> data = new ArrayList<>();

        @Nullable
        String fault;

        Entry(FrameInfo info) {
            this.info = info;
        }
    }

    private final FileBytes file;
    /** The first image, then the frames. */
    private final List<Entry> entries = new ArrayList<>();
    /** Chunks that pixels depend on. */
    private final List<Part> shared = new ArrayList<>();

    private boolean animated;
    private int plays;
    private long nextNumber;
    private boolean disordered;

    private ApngFrames(FileBytes file) {
        this.file = file;
    }

    /**
     * Looks through a file.
     *
     * @param most after so many frames the rest is left out
     * @return null if the file is not animated
     */
    static @Nullable ApngFrames of(FileBytes file, int most) throws IOException {
        ApngFrames found = new ApngFrames(file);
        found.scan(most);
        return found.animated && !found.entries.isEmpty() ? found : null;
    }

    private void scan(int most) throws IOException {
        boolean pixels = false;
        for (long at = SIGNATURE; file.has(at, 8) && entries.size() < most; ) {
            long count = file.big(at, 4);
            long data = at + 8;
            switch (new String(file.bytes(at + 4, 4), StandardCharsets.ISO_8859_1)) {
                case "acTL" -> {
                    if (!pixels && file.has(data, 8)) {
                        animated = true;
                        plays = (int) Math.min(file.big(data + 4, 4), Integer.MAX_VALUE);
                    }
                }
                case "PLTE", "tRNS" -> {
                    if (!pixels && file.has(at, count + 12)) {
                        shared.add(new Part(file, at, count + 12));
                    }
                }
                case "fcTL" -> {
                    if (file.has(data, 26)) {
                        countUp(data);
                        add(frame(data));
                    }
                }
                case "IDAT" -> {
                    if (!pixels && entries.isEmpty()) {
                        entries.add(new Entry(firstImage()));
                    }
                    pixels = true;
                    if (!animated) {
                        return;
                    }
                }
                case "fdAT" -> {
                    countUp(data);
                    if (!entries.isEmpty()) {
                        addData(data, count);
                    }
                }
                case "IEND" -> {
                    return;
                }
                default -> {
                    // does not matter here
                }
            }
            at = data + count + 4;
        }
    }

    private Entry last() {
        return entries.get(entries.size() - 1);
    }

    private void add(FrameInfo frame) {
        entries.add(new Entry(frame));
        checkOrder();
    }

    private void addData(long data, long count) {
        if (count < 4 || !file.has(data, count)) {
            last().fault = "the file ends within it";
        } else {
            last().data.add(new Part(file, data + 4, count - 4));
        }
        checkOrder();
    }

    private void checkOrder() {
        if (disordered) {
            last().fault = "frames and their pieces are not in order";
        }
    }

    /** Frames and their pieces are numbered; from a wrong number on, nobody knows what belongs together. */
    private void countUp(long position) throws IOException {
        disordered |= file.big(position, 4) != nextNumber++;
    }

    /** An image that is not part of the animation. */
    private FrameInfo firstImage() throws IOException {
        return new FrameInfo(0, 0, canvas(), 0, Disposal.NONE, Blend.SOURCE, true);
    }

    private ImageSize canvas() throws IOException {
        return size(HEADER_DATA);
    }

    private ImageSize size(long at) throws IOException {
        return new ImageSize(number(at), number(at + 4));
    }

    private int number(long at) throws IOException {
        return (int) Math.min(file.big(at, 4), Integer.MAX_VALUE);
    }

    private FrameInfo frame(long data) throws IOException {
        double seconds = file.big(data + 22, 2);
        return new FrameInfo(
                number(data + 12),
                number(data + 16),
                size(data + 4),
                1000 * (double) file.big(data + 20, 2) / (seconds == 0 ? HUNDREDTHS : seconds),
                switch ((int) file.big(data + 24, 1)) {
                    case 1 -> Disposal.BACKGROUND;
                    case 2 -> Disposal.PREVIOUS;
                    default -> Disposal.NONE;
                },
                file.big(data + 25, 1) == 1 ? Blend.OVER : Blend.SOURCE,
                false);
    }

    @Override
    public int count() {
        return entries.size();
    }

    @Override
    public Animation animation() throws IOException {
        List<FrameInfo> frames = entries.stream().map(entry -> entry.info).toList();
        ImageSize canvas = canvas();
        return new Animation(canvas, plays, false, Animation.revealsCanvas(canvas, frames), frames);
    }

    @Override
    public FileBytes part(FileBytes file, int frame) throws IOException {
        if (frame == 0) {
            return file;
        }
        Entry entry = entries.get(frame);
        String fault = entry.data.isEmpty() && entry.fault == null ? "it has no pixels" : entry.fault;
        if (fault != null) {
            throw new IOException(fault);
        }
        List<Part> png = new ArrayList<>();
        png.add(new Part(file, 0, SIGNATURE));
        png.add(Part.of(PngChunk.of("IHDR", header(entry.info.size()))));
        png.addAll(shared);
        for (Part data : entry.data) {
            CRC32 crc = new CRC32();
            byte[] type = PngChunk.type("IDAT");
            crc.update(type);
            update(crc, data);
            png.add(Part.of(
                    ByteBuffer.allocate(8).putInt((int) data.length()).put(type).array()));
            png.add(data);
            png.add(Part.of(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array()));
        }
        png.add(Part.of(PngChunk.of("IEND", new byte[0])));
        return JoinedBytes.of(png);
    }

    /** The file's header with another size. */
    private byte[] header(ImageSize size) throws IOException {
        byte[] header = file.bytes(HEADER_DATA, HEADER_LENGTH);
        ByteBuffer.wrap(header).putInt(size.width()).putInt(size.height());
        return header;
    }

    private static void update(CRC32 crc, Part data) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 16);
        for (long done = 0; done < data.length(); done += block.limit()) {
            block.clear().limit((int) Math.min(block.capacity(), data.length() - done));
            data.source().fill(data.position() + done, block);
            crc.update(block.flip());
        }
    }
}
