package org.imageop.imageio.formats.others;

import java.io.IOException;
import javax.imageio.ImageReader;
import org.imageop.ImageSize;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;

/** PICT: read only, in another size than its reader announces. */
public final class PictCodec extends Codec {
    /** Empty, before the picture, in files; not in clipboards. */
    private static final int PREFIX = 512;

    private static final int VERSION_2 = 0x001102ff;
    private static final int EXTENDED = 0xfffe;

    public PictCodec() {
        super("PICT", "pict", "pct", "pic");
        addReader("com.twelvemonkeys.imageio.plugins.pict.PICT");
    }

    @Override
    public Decoder decoder(FileBytes file) throws IOException {
        ImageSize size = size(file);
        return new Decoder() {
            @Override
            public ImageSize size(ImageReader reader, int frame) {
                return size;
            }
        };
    }

    /** The size of the frame, which the reader decodes; it announces the size at another resolution. */
    private static ImageSize size(FileBytes file) throws IOException {
        long start = isPicture(file, 0) ? 0 : PREFIX;
        boolean extended = file.big(start + 10, 4) == VERSION_2 && file.big(start + 16, 2) == EXTENDED;
        long frame = start + (extended ? 28 : 2);
        return new ImageSize(side(file, frame + 2, frame + 6, extended), side(file, frame, frame + 4, extended));
    }

    private static boolean isPicture(FileBytes file, long start) throws IOException {
        return file.big(start + 10, 4) == VERSION_2 || file.big(start + 10, 2) == 0x1101;
    }

    private static int side(FileBytes file, long from, long to, boolean signed) throws IOException {
        long first = file.big(from, 2);
        long last = file.big(to, 2);
        return (int) Math.max(0, signed ? (short) last - (short) first : last - first);
    }
}
