package org.imageop.imageio.formats.webp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.sequence.FrameIndex;
import org.jspecify.annotations.Nullable;

/** WebP: read only; it has the chunks of RIFF. */
public final class WebpCodec extends Codec {
    public WebpCodec() {
        super("WEBP", "webp");
        addReader("com.twelvemonkeys.imageio.plugins.webp.WebP");
    }

    @Override
    public Decoder decoder(FileBytes file) {
        return new WebpDecoder(file);
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
