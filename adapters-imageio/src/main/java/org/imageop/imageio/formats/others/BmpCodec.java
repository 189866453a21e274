package org.imageop.imageio.formats.others;

import static org.imageop.Mode.L;
import static org.imageop.Mode.RGB;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.codec.RawStrips;
import org.imageop.imageio.codec.Strips;
import org.imageop.imageio.files.Insertion;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.metadata.Compressions;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.Resolution;
import org.imageop.imageio.metadata.WrittenInfo;
import org.jspecify.annotations.Nullable;

/** BMP: its writer does not take a resolution, so the finished header gets it. */
public final class BmpCodec extends Codec {
    private static final String JDK = "com.sun.imageio.plugins.bmp.BMP";
    private static final int HEADER = 14;
    private static final int COMPRESSION = 30;
    private static final int RESOLUTION = 38;
    private static final int HEIGHT = 22;
    /** The kinds of compression that are none: colours, and two that say where colours are. */
    private static final Set<Long> PLAIN = Set.of(0L, 3L, 6L);
    /** Runs of 8 and of 4 bits. */
    private static final Set<Long> RUNS = Set.of(1L, 2L);
    /** The length of the only header without a compression. */
    private static final int VERSION_2 = 12;

    private static final int COLOR_SPACE = 70;
    private static final int PROFILE = 126;

    private static final int HEADER_WITH_PROFILE = 124;
    /** "MBED" as a number. */
    private static final int EMBEDDED_PROFILE = 0x4d424544;

    private static final int PIXELS = 10;
    private static final int SRGB = 0x73524742;
    /** The lengths of headers. */
    private static final int VERSION_3 = 56;

    private static final int VERSION_4 = 108;

    public BmpCodec() {
        super("BMP", "bmp", "dib", "rle");
        addReader("com.twelvemonkeys.imageio.plugins.bmp.BMP");
        addReader(JDK);
        addWriter(JDK, L, RGB);
    }

    /** The reader heeds the mask of alpha in a header of version 4, and not in one of version 3, which is shorter. */
    @Override
    public Decoder decoder(FileBytes file) {
        return new Decoder() {
            @Override
            public FileBytes seen(FileBytes seen) throws IOException {
                if (seen.little(14, 4) != VERSION_3 || !seen.has(0, 14 + VERSION_3)) {
                    return seen;
                }
                int more = VERSION_4 - VERSION_3;
                byte[] head = seen.bytes(0, 14 + VERSION_3);
                ByteBuffer header =
                        ByteBuffer.wrap(Arrays.copyOf(head, 14 + VERSION_4)).order(ByteOrder.LITTLE_ENDIAN);
                header.putInt(PIXELS, header.getInt(PIXELS) + more).putInt(14, VERSION_4);
                header.putInt(COLOR_SPACE, SRGB);
                return JoinedBytes.of(List.of(
                        JoinedBytes.Part.of(header.array()),
                        new JoinedBytes.Part(seen, head.length, seen.length() - head.length)));
            }
        };
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        if (file.little(HEADER, 4) >= 40) {
            info.perMetre((int) file.little(RESOLUTION, 4), (int) file.little(RESOLUTION + 4, 4));
            String compression = Compressions.ofBmp(file.little(COMPRESSION, 4));
            if (compression != null) {
                info.compression(compression);
            }
        }
        if (file.little(HEADER, 4) >= HEADER_WITH_PROFILE && file.little(COLOR_SPACE, 4) == EMBEDDED_PROFILE) {
            info.profile(file.bytes(HEADER + file.little(PROFILE, 4), file.little(PROFILE + 4, 4)));
        }
    }

    /** A BMP file may wrap a PNG or a JPEG image. */
    @Override
    public void findHidden(FileBytes file, int frame, HiddenImages hidden) throws IOException {
        long compression = file.little(COMPRESSION, 4);
        if (file.little(HEADER, 4) != VERSION_2 && !PLAIN.contains(compression) && !RUNS.contains(compression)) {
            Embedded.findPngs(file, hidden);
            Embedded.findJpeg(file, file.little(PIXELS, 4), hidden);
        }
    }

    @Override
    public @Nullable Strips strips(FileBytes file, int frame) throws IOException {
        long pixels = file.little(10, 4);
        int height = (int) file.little(HEIGHT, 4);
        long rowBytes = (file.little(18, 4) * file.little(28, 2) + 31) / 32 * 4;
        boolean packed = !PLAIN.contains(file.little(COMPRESSION, 4));
        byte[] head = file.bytes(0, pixels);
        if (file.little(14, 4) < 40 || packed || height == 0 || height == Integer.MIN_VALUE || head.length == 0) {
            return null;
        }
        IntFunction<byte[]> beginning = rows -> {
            ByteBuffer changed = ByteBuffer.wrap(head.clone()).order(ByteOrder.LITTLE_ENDIAN);
            changed.putInt(2, (int) Math.min(Integer.MAX_VALUE, pixels + rows * rowBytes));
            changed.putInt(34, 0);
            return changed.putInt(HEIGHT, height < 0 ? -rows : rows).array();
        };
        RawStrips strips = new RawStrips(file, pixels, rowBytes, Math.abs(height), height > 0, beginning);
        return strips.complete() ? strips : null;
    }

    @Override
    public boolean inStrips() {
        return true;
    }

    /** Its writer counts with ints; rows are padded. */
    @Override
    public long mostPixelBytes() {
        return Integer.MAX_VALUE - (1L << 26);
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
