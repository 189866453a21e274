package org.imageop.imageio.formats.others;

import static org.imageop.Mode.L;
import static org.imageop.Mode.LA;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGBA;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.WrittenInfo;

/** TGA: its reader passes over parts of the header, and needs a footer that its writer leaves out. */
public final class TgaCodec extends Codec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.tga.TGA";

    public TgaCodec() {
        super("TGA", "tga", "targa", "tpic");
        addReader(TWELVE_MONKEYS);
        addWriter(TWELVE_MONKEYS, L, LA, RGB, RGBA);
    }

    @Override
    protected int longestSide() {
        return 65535;
    }

    @Override
    public Decoder decoder(FileBytes file) throws IOException {
        return TgaDecoder.of(file);
    }

    /** The end of a file of version 2, without which the reader does not find its way in the smallest files. */
    @Override
    public void complete(SeekableByteChannel file, WrittenInfo info) throws IOException {
        file.position(file.size());
        file.write(ByteBuffer.wrap(footer()));
    }

    /** The end of a file of version 2 without other parts. */
    static byte[] footer() {
        return ByteBuffer.allocate(26)
                .put(8, "TRUEVISION-XFILE.".getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
