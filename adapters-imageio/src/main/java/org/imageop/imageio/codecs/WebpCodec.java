package org.imageop.imageio.codecs;

import java.io.IOException;
import java.util.Arrays;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.sequence.FrameIndex;
import org.jspecify.annotations.Nullable;

/** WebP: read only; it has the chunks of RIFF. */
final class WebpCodec extends Codec {
    WebpCodec() {
        super("WEBP", "webp");
        addReader("com.twelvemonkeys.imageio.plugins.webp.WebP");
    }

    @Override
    public @Nullable FrameIndex frames(FileBytes file, int most) throws IOException {
        return WebpFrames.of(file, most);
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        long at = 12;
        while (file.has(at, 8)) {
            long count = file.little(at + 4, 4);
            if (file.starts(at, "EXIF")) {
                byte[] block = file.bytes(at + 8, count);
                boolean prefixed = file.starts(at + 8, "Exif\0\0");
                info.exif(prefixed ? Arrays.copyOfRange(block, 6, block.length) : block);
            } else if (file.starts(at, "ICCP")) {
                info.profile(file.bytes(at + 8, count));
            }
            at += 8 + count + count % 2;
        }
    }
}
