package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.imageio.frames.FrameInfo;
import org.junit.jupiter.api.Test;

/** Files with several images that are not frames of an animation. */
class SeveralImagesTest {
    private static byte[] encoded(String format, int width, int height, int... color) throws IOException {
        Mode mode = color.length == 1 ? Mode.L : color.length == 3 ? Mode.RGB : Mode.RGBA;
        return ImageFiles.encode(
                StandardImage.filled(mode, width, height, color), WriteOptions.DEFAULTS.withFormat(format));
    }

    /** A multi-picture file: an index in the first JPEG file, and the others behind it. */
    private static byte[] mpo(ByteOrder order, List<byte[]> jpegs) throws IOException {
        int count = jpegs.size();
        int segment = 8 + 8 + 2 + 12 + 4 + 16 * count;
        ByteBuffer index = ByteBuffer.allocate(2 + segment).order(ByteOrder.BIG_ENDIAN);
        index.putShort((short) 0xffe2).putShort((short) segment).put("MPF\0".getBytes(StandardCharsets.US_ASCII));
        int base = 2 + index.position();
        index.order(order).put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        index.putShort((short) 42).putInt(8).putShort((short) 1);
        index.putShort((short) 0xb002)
                .putShort((short) 7)
                .putInt(16 * count)
                .putInt(26)
                .putInt(0);
        int position = jpegs.get(0).length + 2 + segment;
        for (int i = 0; i < count; i++) {
            int length = jpegs.get(i).length + (i == 0 ? 2 + segment : 0);
            index.putInt(i == 0 ? 0x030000 : 0x020002)
                    .putInt(length)
                    .putInt(i == 0 ? 0 : position - base)
                    .putInt(0);
            position += i == 0 ? 0 : length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpegs.get(0), 0, 2);
        out.write(index.array());
        out.write(jpegs.get(0), 2, jpegs.get(0).length - 2);
        for (byte[] jpeg : jpegs.subList(1, count)) {
            out.write(jpeg);
        }
        return out.toByteArray();
    }

    @Test
    void imagesOfAMultiPictureFileAreFrames() throws IOException {
        List<byte[]> jpegs =
                List.of(encoded("jpeg", 32, 24, 200), encoded("jpeg", 16, 8, 40), encoded("jpeg", 8, 8, 10, 20, 250));
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            try (ImageFile file = ImageFiles.open(mpo(order, jpegs))) {
                assertThat(file.format()).isEqualTo("JPEG");
                assertThat(file.frames()).isEqualTo(3);
                assertThat(file.animated()).isFalse();
                assertThat(file.frame(1)).isEqualTo(FrameInfo.page(new ImageSize(16, 8)));
                for (int round = 0; round < 2; round++) {
                    assertThat(file.composed(2).mode()).isEqualTo(Mode.RGB);
                    assertThat(file.composed(1).get(0, 0).value()).containsExactly(40);
                    assertThat(file.read().size()).isEqualTo(new ImageSize(32, 24));
                    assertThat(file.read().get(0, 0).value()).containsExactly(200);
                }
            }
        }
    }

    @Test
    void imagesThatAreNotThereAreNotCounted() throws IOException {
        List<byte[]> jpegs = List.of(encoded("jpeg", 32, 24, 200), encoded("jpeg", 16, 8, 40));
        byte[] file = mpo(ByteOrder.BIG_ENDIAN, jpegs);
        try (ImageFile cut = ImageFiles.open(Arrays.copyOf(file, file.length - jpegs.get(1).length))) {
            assertThat(cut.frames()).isEqualTo(1);
            assertThat(cut.read().get(0, 0).value()).containsExactly(200);
        }
    }

    /** A file that ends where its image ends is not searched for others; all other files are. */
    @Test
    void jpegsWithoutAnIndexAreCountedAsWell() throws IOException {
        byte[] first = encoded("jpeg", 32, 24, 200);
        byte[] second = encoded("jpeg", 16, 8, 40);
        assertThat(frames(first)).isEqualTo(1);
        assertThat(frames(first, new byte[7])).isEqualTo(1);
        assertThat(frames(first, second)).isEqualTo(2);
        assertThat(frames(first, new byte[7], second)).isEqualTo(2);
    }

    private static int frames(byte[]... parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            file.write(part);
        }
        try (ImageFile open = ImageFiles.open(file.toByteArray())) {
            return open.frames();
        }
    }

    private static byte[] ico(List<byte[]> pngs) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(6 + 16 * pngs.size()).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) pngs.size());
        int position = head.capacity();
        for (byte[] png : pngs) {
            head.put(png[19])
                    .put(png[23])
                    .putShort((short) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            head.putInt(png.length).putInt(position);
            position += png.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head.array());
        for (byte[] png : pngs) {
            out.write(png);
        }
        return out.toByteArray();
    }

    private static byte[] icns(List<byte[]> pngs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = 8 + pngs.stream().mapToInt(png -> 8 + png.length).sum();
        out.write("icns".getBytes(StandardCharsets.US_ASCII));
        out.write(ByteBuffer.allocate(4).putInt(length).array());
        for (byte[] png : pngs) {
            // by the second lowest byte of the width: 128, 256 or 512 pixels
            out.write(ByteBuffer.allocate(8)
                    .put((png[18] == 0 ? "ic07" : png[18] == 1 ? "ic08" : "ic09").getBytes(StandardCharsets.US_ASCII))
                    .putInt(8 + png.length)
                    .array());
            out.write(png);
        }
        return out.toByteArray();
    }

    /** Icons hold one picture for places of several sizes; the largest is the one to show, wherever it is. */
    @Test
    void theLargestImageOfAnIconComesFirst() throws IOException {
        List<byte[]> small = new ArrayList<>();
        for (int side : new int[] {16, 64, 32}) {
            small.add(encoded("png", side, side, side, 0, 0, 255));
        }
        List<byte[]> large = new ArrayList<>();
        for (int side : new int[] {256, 128, 512}) {
            large.add(encoded("png", side, side, side / 4, 0, 0, 255));
        }
        check(ico(small), 64, 32, 16);
        check(icns(large), 512, 256, 128);
    }

    private static void check(byte[] icon, int... sides) throws IOException {
        try (ImageFile file = ImageFiles.open(icon)) {
            assertThat(file.frames()).isEqualTo(sides.length);
            assertThat(file.animated()).isFalse();
            assertThat(file.size()).isEqualTo(new ImageSize(sides[0], sides[0]));
            assertThat(file.read().size()).isEqualTo(file.size());
            for (int i = 0; i < sides.length; i++) {
                assertThat(file.frame(i).size()).isEqualTo(new ImageSize(sides[i], sides[i]));
                assertThat(file.read(i).size()).isEqualTo(new ImageSize(sides[i], sides[i]));
            }
        }
    }
}
