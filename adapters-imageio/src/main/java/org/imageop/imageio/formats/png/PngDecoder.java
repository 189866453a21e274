package org.imageop.imageio.formats.png;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.input.JoinedBytes.Part;

/**
 * Shows the reader the chunks that pixels depend on, and no others: it unpacks texts and profiles without a limit, keeps each
 * unknown chunk in memory, and refuses sound pixels for the sake of damaged metadata.
 */
final class PngDecoder extends Decoder {
    private static final int SIGNATURE = 8;
    private static final int HEAD = 8;
    private static final int CRC = 4;
    private static final Set<String> BEFORE_PIXELS = Set.of("IHDR", "PLTE", "tRNS");

    private final FileBytes file;
    private final List<Part> parts = new ArrayList<>();
    /** The contents of the chunks of pixels. */
    private final List<Part> pixels = new ArrayList<>();

    PngDecoder(FileBytes file) {
        this.file = file;
    }

    /** The first type that the reader offers has the alpha of a transparent colour; the others have not. */
    @Override
    protected ImageTypeSpecifier type(ImageReader reader, int frame) throws IOException {
        return types(reader, frame).next();
    }

    @Override
    public FileBytes seen(FileBytes seen) throws IOException {
        parts.clear();
        pixels.clear();
        parts.add(new Part(file, 0, Math.min(SIGNATURE, file.length())));
        long at = SIGNATURE;
        String name = "";
        while (file.has(at, HEAD) && !name.equals("IEND")) {
            long count = file.big(at, 4);
            name = new String(file.bytes(at + 4, 4), java.nio.charset.StandardCharsets.ISO_8859_1);
            long length = Math.min(HEAD + count + CRC, file.length() - at);
            if (count > Integer.MAX_VALUE) {
                parts.add(new Part(file, at, file.length() - at)); // the reader refuses it
                break;
            } else if (name.equals("tRNS") && count == 2 && file.has(at, length)) {
                parts.add(Part.of(transparentGray(at, (int) length)));
            } else if (BEFORE_PIXELS.contains(name) && pixels.isEmpty()) {
                parts.add(new Part(file, at, length));
            } else if (name.equals("IDAT")) {
                pixels.add(new Part(file, at + HEAD, Math.max(0, Math.min(count, length - HEAD))));
            } else if (name.equals("IEND")) {
                addPixels();
                parts.add(new Part(file, at, length));
            }
            at += HEAD + count + CRC;
        }
        addPixels();
        return JoinedBytes.of(parts);
    }

    /** One chunk, however many there are: a file of a million takes the reader long. */
    private void addPixels() {
        if (pixels.isEmpty()) {
            return;
        }
        long count = pixels.stream().mapToLong(Part::length).sum();
        long announced = Math.min(count, Integer.MAX_VALUE - CRC);
        parts.add(Part.of(ByteBuffer.allocate(HEAD)
                .putInt((int) announced)
                .put(new byte[] {'I', 'D', 'A', 'T'})
                .array()));
        parts.addAll(pixels);
        parts.add(Part.of(new byte[CRC])); // the reader does not look at it
        pixels.clear();
    }

    /** A transparent grey of few bits in the 8 bits of decoded pixels, with which the reader compares it. */
    private byte[] transparentGray(long at, int length) throws IOException {
        byte[] chunk = file.bytes(at, length);
        int depth = (int) file.big(24, 1);
        int type = (int) file.big(25, 1);
        if (type == 0 && (depth == 1 || depth == 2 || depth == 4)) {
            int most = (1 << depth) - 1;
            ByteBuffer gray = ByteBuffer.wrap(chunk);
            gray.putShort(HEAD, (short) ((gray.getShort(HEAD) & most) * 255 / most));
        }
        return chunk;
    }
}
