package org.imageop.imageio.formats.webp;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.codec.LeftOut;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;

/** Shows the reader files that are long enough, and takes alpha that is not packed out of the file: the reader returns another one. */
final class WebpDecoder extends Decoder {
    private static final int MOST_EXPANSION = 2048;
    private static final int HEAD = 8;
    private static final int FIRST_CHUNK = 12;
    /** What is before the chunks of a frame of an animation. */
    private static final int FRAME = 16;

    private static final int HORIZONTAL = 1;
    private static final int VERTICAL = 2;
    private static final int GRADIENT = 3;

    private final FileBytes file;
    /** Where the alpha of each frame is; empty until it is asked for. */
    private final List<Long> alphas = new ArrayList<>();

    WebpDecoder(FileBytes file) {
        this.file = file;
    }

    /**
     * The reader refuses files of less than a 2048th of their pixels, which it takes for hostile, and a plain picture is smaller.
     * It is shown zeros behind such a file, up to that length; {@link org.imageop.imageio.ReadOptions} limit what is decoded.
     */
    @Override
    public FileBytes seen(FileBytes seen) throws IOException {
        long needed = pixels(seen) * 4 / MOST_EXPANSION + 1;
        return needed <= seen.length()
                ? seen
                : JoinedBytes.of(List.of(
                        new JoinedBytes.Part(seen, 0, seen.length()), JoinedBytes.Part.zeros(needed - seen.length())));
    }

    /** The pixels that the first chunk announces. */
    private static long pixels(FileBytes file) throws IOException {
        if (file.starts(12, "VP8L")) {
            long sides = file.little(21, 4);
            return (1 + (sides & 0x3fff)) * (1 + (sides >> 14 & 0x3fff));
        } else if (file.starts(12, "VP8X")) {
            return (1 + file.little(24, 3)) * (1 + file.little(27, 3));
        }
        return (file.little(26, 2) & 0x3fff) * (file.little(28, 2) & 0x3fff);
    }

    @Override
    public BufferedImage read(ImageReader reader, int frame) throws IOException {
        BufferedImage image = super.read(reader, frame);
        WritableRaster alpha = image.getAlphaRaster();
        long chunk = alpha == null ? -1 : alphaChunk(frame);
        long how = chunk < 0 ? -1 : file.little(chunk + HEAD, 1);
        if (how >= 0 && (how & 3) == 0) {
            fill(alpha, chunk + HEAD + 1, (int) how >> 2 & 3);
        }
        return image;
    }

    /** The reader goes on with zeros behind the end. */
    @Override
    public List<String> missing(int frame, List<String> warnings) throws IOException {
        return isCut() ? List.of(LeftOut.CUT_OFF) : List.of();
    }

    /** Whether a chunk of pixels does not end within the file. That of an animation is looked at with its frames. */
    private boolean isCut() throws IOException {
        long end = 8 + file.little(4, 4);
        for (long at = FIRST_CHUNK; at < end && file.has(at, HEAD); ) {
            long count = file.little(at + 4, 4);
            boolean pixels = file.starts(at, "VP8 ") || file.starts(at, "VP8L") || file.starts(at, "ALPH");
            if (pixels && !file.has(at + HEAD, count)) {
                return true;
            }
            at += HEAD + count + count % 2;
        }
        return false;
    }

    /** Where the chunk of a frame's alpha begins; −1 without one. */
    private long alphaChunk(int frame) throws IOException {
        if (alphas.isEmpty()) {
            findAlphas();
        }
        return frame < alphas.size() ? alphas.get(frame) : -1;
    }

    /** One walk over the chunks, those of the frames of an animation too. */
    private void findAlphas() throws IOException {
        boolean animated = false;
        long end = Math.min(file.length(), HEAD + file.little(4, 4));
        for (long at = FIRST_CHUNK; at < end && file.has(at, HEAD); ) {
            long count = file.little(at + 4, 4);
            boolean frame = file.starts(at, "ANMF");
            if (frame || alphas.isEmpty()) {
                alphas.add(-1L);
            }
            if (frame && !animated) {
                alphas.subList(1, alphas.size()).clear();
                animated = true;
            }
            if (file.starts(at, "ALPH")) {
                alphas.set(alphas.size() - 1, at);
            }
            at += HEAD + (frame ? FRAME : count + count % 2);
        }
    }

    /** Undoes prediction from the pixel to the left, above, or both. The first row knows but the left, the first column but above. */
    private void fill(WritableRaster alpha, long from, int filter) throws IOException {
        int width = alpha.getWidth();
        int[] row = new int[width];
        int[] above = new int[width];
        for (int y = 0; y < alpha.getHeight(); y++) {
            byte[] bytes = file.bytes(from + (long) y * width, width);
            if (bytes.length < width) {
                throw new EOFException();
            }
            for (int x = 0; x < width; x++) {
                int left = x > 0 ? row[x - 1] : y > 0 ? above[0] : 0;
                int up = y > 0 ? above[x] : left;
                int guess = switch (filter) {
                    case HORIZONTAL -> left;
                    case VERTICAL -> up;
                    case GRADIENT ->
                        x > 0 && y > 0 ? Math.max(0, Math.min(255, left + up - above[x - 1])) : y > 0 ? up : left;
                    default -> 0;
                };
                row[x] = (bytes[x] & 0xff) + guess & 0xff;
            }
            alpha.setSamples(0, y, width, 1, 0, row);
            int[] spare = above;
            above = row;
            row = spare;
        }
    }
}
