package org.imageop.imageio;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.imageop.ImageSize;
import org.jspecify.annotations.Nullable;

/**
 * Looks for sizes that a file cannot have, or hides: a PNG file with fewer bytes than its pixels can be packed into,
 * and PNG images within icons, whose own headers announce another size.
 *
 * <p>Used by one thread at a time.
 */
final class Plausibility {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** No deflate stream unpacks to more. */
    private static final int MOST_DEFLATED = 1032;

    private final Path path;
    private final ReadOptions options;
    private boolean embeddedChecked;

    /** Looks at a file, and at most once through all of it. */
    Plausibility(Path path, ReadOptions options) {
        this.path = path;
        this.options = options;
    }

    /**
     * Refuses a file whose header lies.
     *
     * @param format the format that it is read as, or null if that is unknown
     * @param announced the size of the frame that is to be read
     * @throws ImageFormatException if it does
     */
    void check(@Nullable Format format, ImageSize announced) throws IOException {
        if (format == null) {
            return;
        }
        switch (format) {
            case PNG -> {
                try (FileChannel channel = FileChannel.open(path)) {
                    packed(Source.of(channel), announced);
                }
            }
            case ICO, CUR, ICNS, BMP -> {
                if (!embeddedChecked) {
                    try (FileChannel channel = FileChannel.open(path)) {
                        embedded(Source.of(channel));
                    }
                    embeddedChecked = true;
                }
            }
            default -> {
                // others have no bound, or none that is known
            }
        }
    }

    private void packed(Source source, ImageSize announced) throws IOException {
        long depth = Math.max(source.number(24, 1, ByteOrder.BIG_ENDIAN), 1);
        int samples = switch ((int) source.number(25, 1, ByteOrder.BIG_ENDIAN)) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        long unpacked = announced.height() * (1 + (announced.width() * depth * samples + 7) / 8);
        if (unpacked / MOST_DEFLATED > source.length()) {
            throw new ImageFormatException(path + " announces a PNG image of " + announced.width() + "×"
                    + announced.height() + ", but its " + source.length()
                    + " bytes cannot hold so many pixels; the file is damaged or meant to do damage"
                    + " [errors.md#damaged-file]");
        }
    }

    private void embedded(Source source) throws IOException {
        long block = 1 << 16;
        for (long at = 0; at < source.length(); at += block) {
            byte[] bytes = source.bytes(at, Math.min(block + SIGNATURE.length - 1, source.length() - at));
            for (int i = 0; i + SIGNATURE.length <= bytes.length; i++) {
                if (Arrays.equals(bytes, i, i + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
                    limit(
                            source.number(at + i + 16, 4, ByteOrder.BIG_ENDIAN),
                            source.number(at + i + 20, 4, ByteOrder.BIG_ENDIAN));
                }
            }
        }
    }

    private void limit(long width, long height) throws ImageFormatException {
        if (width > 0
                && height > 0
                && (width > options.maxPixels() / height || width > options.maxBytes() / 4 / height)) {
            throw new ImageFormatException(path + " contains a PNG image of " + width + "×" + height
                    + ", which exceeds the limit of " + options.maxPixels() + " pixels or that of "
                    + options.maxBytes()
                    + " bytes; if you trust it, raise the limit with ReadOptions.withMaxPixels or withMaxBytes"
                    + " [errors.md#limit-exceeded]");
        }
    }
}
