package org.imageop.imageio.formats.others;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;

/** WBMP: black and white for phones, read only. */
public final class WbmpCodec extends Codec {
    /** Describes the format. */
    public WbmpCodec() {
        super("WBMP", "wbmp");
        addReader("com.sun.imageio.plugins.wbmp.WBMP");
    }

    /** The reader goes on where it is, so that a second image would begin behind the first. */
    @Override
    public Decoder decoder(FileBytes file) {
        return new Decoder() {
            @Override
            public BufferedImage read(ImageReader reader, int frame) throws IOException {
                ImageInputStream input = (ImageInputStream) reader.getInput();
                input.seek(0);
                reader.setInput(input, false, reader.isIgnoringMetadata());
                return super.read(reader, frame);
            }
        };
    }
}
