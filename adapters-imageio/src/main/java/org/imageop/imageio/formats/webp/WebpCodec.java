package org.imageop.imageio.formats.webp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.codec.LeftOut;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.sequence.FrameIndex;
import org.jspecify.annotations.Nullable;

/** WebP: read only; it has the chunks of RIFF. */
public final class WebpCodec extends Codec {
    private static final int MOST_EXPANSION = 2048;

    public WebpCodec() {
        super("WEBP", "webp");
        addReader("com.twelvemonkeys.imageio.plugins.webp.WebP");
    }

    /**
     * The reader refuses files of less than a 2048th of their pixels, which it takes for hostile, and a plain picture is smaller.
     * It is shown zeros behind such a file, up to that length; {@link org.imageop.imageio.ReadOptions} limit what is decoded.
     */
    @Override
    public Decoder decoder(FileBytes file) {
        return new Decoder() {
            @Override
            public FileBytes seen(FileBytes seen) throws IOException {
                long needed = pixels(seen) * 4 / MOST_EXPANSION + 1;
                return needed <= seen.length()
                        ? seen
                        : JoinedBytes.of(List.of(
                                new JoinedBytes.Part(seen, 0, seen.length()),
                                JoinedBytes.Part.zeros(needed - seen.length())));
            }

            /** The reader goes on with zeros behind the end. */
            @Override
            public List<String> missing(int frame, List<String> warnings) throws IOException {
                return isCut(file) ? List.of(LeftOut.CUT_OFF) : List.of();
            }
        };
    }

    /** Whether a chunk of pixels does not end within the file. That of an animation is looked at with its frames. */
    private static boolean isCut(FileBytes file) throws IOException {
        long end = 8 + file.little(4, 4);
        for (long at = 12; at < end && file.has(at, 8); ) {
            long count = file.little(at + 4, 4);
            boolean pixels = file.starts(at, "VP8 ") || file.starts(at, "VP8L") || file.starts(at, "ALPH");
            if (pixels && !file.has(at + 8, count)) {
                return true;
            }
            at += 8 + count + count % 2;
        }
        return false;
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
    public @Nullable FrameIndex frames(FileBytes file, int most) throws IOException {
        return WebpFrames.of(file, most);
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        long end = Math.min(file.length(), 8 + file.little(4, 4));
        long at = 12;
        while (at < end && file.has(at, 8)) {
            long count = file.little(at + 4, 4);
            switch (new String(file.bytes(at, 4), StandardCharsets.ISO_8859_1)) {
                case "EXIF" -> info.exif(file.bytes(at + 8, count));
                case "XMP " -> info.xmp(file.bytes(at + 8, count));
                case "ICCP" -> info.profile(file.bytes(at + 8, count));
                case "ANIM" -> background(file, at + 8, info);
                default -> {
                    // pixels
                }
            }
            at += 8 + count + count % 2;
        }
    }

    /** A background as blue, green, red and alpha. */
    private static void background(FileBytes file, long data, FileInfo info) throws IOException {
        if (file.has(data, 4)) {
            info.background(List.of(
                    (int) file.little(data + 2, 1), (int) file.little(data + 1, 1), (int) file.little(data, 1), (int)
                            file.little(data + 3, 1)));
        }
    }
}
