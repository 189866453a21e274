package org.imageop.imageio.codecs;

import static org.imageop.Mode.L;
import static org.imageop.Mode.RGB;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.imageop.imageio.files.Insertion;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.Resolution;
import org.imageop.imageio.metadata.WrittenInfo;

/** BMP: its writer does not take a resolution, so the finished header gets it. */
final class BmpCodec extends Codec {
    private static final String JDK = "com.sun.imageio.plugins.bmp.BMP";
    private static final int RESOLUTION = 38;

    BmpCodec() {
        super("BMP", "bmp", "dib", "rle");
        addReader("com.twelvemonkeys.imageio.plugins.bmp.BMP");
        addReader(JDK);
        addWriter(JDK, L, RGB);
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        if (file.little(14, 4) >= 40) {
            info.perMetre((int) file.little(RESOLUTION, 4), (int) file.little(RESOLUTION + 4, 4));
        }
    }

    /** A BMP file may wrap a PNG image. */
    @Override
    public void findHiddenSizes(FileBytes file, HiddenSizes sizes) throws IOException {
        EmbeddedPngs.find(file, sizes);
    }

    @Override
    public void complete(SeekableByteChannel file, WrittenInfo info) throws IOException {
        Resolution resolution = info.resolution();
        if (resolution != null) {
            ByteBuffer perMetre = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            perMetre.putInt((int) resolution.xPerMetre()).putInt((int) resolution.yPerMetre());
            Insertion.write(file, perMetre.flip(), RESOLUTION);
        }
    }
}
