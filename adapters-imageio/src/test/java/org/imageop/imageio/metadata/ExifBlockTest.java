package org.imageop.imageio.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.ExifBlock.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EXIF blocks that are changed, on a block made by hand. */
class ExifBlockTest {
    private static final int NOTE_AT = 100;
    private static final int THUMBNAIL_AT = 200;

    /** A main directory at 8, one of EXIF at 60, a maker note at 100, a thumbnail's directory at 150, and the thumbnail at the end. */
    private static byte[] block(ByteOrder order) {
        ByteBuffer out = ByteBuffer.allocate(260).order(order);
        out.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        out.putShort((short) 42).putInt(8);
        out.putShort((short) 2);
        entry(out, 274, 3, 1).putShort((short) 6).putShort((short) 0);
        entry(out, 34665, 4, 1).putInt(60);
        out.putInt(150);
        out.position(60).putShort((short) 3);
        entry(out, 0x927c, 7, 20).putInt(NOTE_AT);
        entry(out, 0xa002, 4, 1).putInt(640);
        entry(out, 0xa003, 3, 1).putShort((short) 480).putShort((short) 0);
        out.position(NOTE_AT).put("note at 100, always!".getBytes(StandardCharsets.US_ASCII));
        out.position(150).putShort((short) 2);
        entry(out, 513, 4, 1).putInt(THUMBNAIL_AT);
        entry(out, 514, 4, 1).putInt(60);
        out.putInt(0);
        Arrays.fill(out.array(), THUMBNAIL_AT, 260, (byte) 0x55);
        return out.array();
    }

    private static ByteBuffer entry(ByteBuffer out, int tag, int type, int count) {
        return out.putShort((short) tag).putShort((short) type).putInt(count);
    }

    private static TiffTags main(byte[] block) throws IOException {
        return TiffTags.read(FileBytes.of(block), 0);
    }

    private static void demandNote(byte[] block) throws IOException {
        TiffTags photo = Directory.EXIF.in(main(block));
        assertThat(photo.position(0x927c)).isEqualTo(NOTE_AT);
        assertThat(photo.bytes(0x927c)).asString(StandardCharsets.US_ASCII).isEqualTo("note at 100, always!");
    }

    /** The only room that a block is known to have; blocks that grow at each change would soon not fit a segment of JPEG. */
    @Test
    void valuesThatFitTakeTheirOldPlace() throws IOException {
        ByteBuffer out = ByteBuffer.allocate(80);
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        entry(out, 282, 5, 1).putInt(60);
        entry(out, 305, 2, 9).putInt(68);
        out.putInt(0).position(60);
        out.putInt(72).putInt(1).put("software\0".getBytes(StandardCharsets.US_ASCII));
        ExifBlock block = ExifBlock.of(out.array());
        block.put(Directory.MAIN, 305, "editor");
        block.putFraction(Directory.MAIN, 282, 300);
        byte[] after = block.bytes();
        assertThat(after).hasSize(80);
        assertThat(ByteBuffer.wrap(after, 60, 8).getLong()).isEqualTo(300L << 32 | 1);
        assertThat(new String(after, 68, 7, StandardCharsets.US_ASCII)).isEqualTo("editor\0");
        assertThat(main(after).position(305)).isEqualTo(68);

        ExifBlock longer = ExifBlock.of(after);
        longer.put(Directory.MAIN, 305, "a long name of an editor");
        byte[] grown = longer.bytes();
        assertThat(main(grown).position(305)).isEqualTo(80);
        assertThat(main(grown).text(305)).isEqualTo("a long name of an editor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void agreesWithPixelsAndMovesNoMakerNote(String name) throws IOException {
        ByteOrder order = name.startsWith("B") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] before = block(order);
        byte[] after = Exif.agreeing(before, 48, 64, 1, null, Map.of());
        assertThat(main(after).orientation()).isEqualTo(1);
        TiffTags photo = Directory.EXIF.in(main(after));
        assertThat(photo.number(0xa002)).isEqualTo(48);
        assertThat(photo.number(0xa003)).isEqualTo(64);
        assertThat(after).as("the thumbnail is cut off").hasSize(THUMBNAIL_AT);
        assertThat(TiffTags.read(FileBytes.of(after), 1).tags()).isEmpty();
        demandNote(after);
        assertThat(before).as("the original").isEqualTo(block(order));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void nothingChangesIfNothingContradicts(String name) throws IOException {
        byte[] before = block(name.startsWith("B") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        assertThat(Exif.agreeing(before, 640, 480, 6, null, Map.of())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void whatIsNewStandsAtTheEnd(String name) throws IOException {
        byte[] before = block(name.startsWith("B") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        byte[] after = Exif.with(before, 8, new Resolution(300, 72.5), Map.of("Author", "Zoë", "Own", "lost"));
        TiffTags tags = main(after);
        assertThat(tags.tags()).containsExactly(274, 282, 283, 296, 315, 34665);
        assertThat(tags.orientation()).isEqualTo(8);
        assertThat(tags.dpi()).containsExactly(300.0, 72.5);
        assertThat(tags.text(315)).isEqualTo("Zoë");
        assertThat(Arrays.copyOfRange(after, 60, 260)).isEqualTo(Arrays.copyOfRange(before, 60, 260));
        demandNote(after);
        assertThat(Exif.missing(before, after, Map.of())).isEmpty();
        assertThat(Exif.missing(after, before, Map.of())).containsExactly("Artist");
        assertThat(Exif.missing(after, before, Map.of("Author", "Zoë"))).isEmpty();
    }

    /** Whatever the numbers in a block are: it is changed or left alone, and nothing is thrown. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedBlocksDoNoHarm(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] block = block(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            for (int k = random.nextInt(6); k >= 0; k--) {
                block[4 + random.nextInt(k == 0 ? 250 : 90)] =
                        (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
            }
            byte[] cut = Arrays.copyOf(block, random.nextInt(3) > 0 ? block.length : random.nextInt(block.length));
            byte[] after = Exif.agreeing(cut, 10, 20, 1, new Resolution(300, 300), Map.of("Author", "x"));
            assertThat(after.length).isLessThan(1000);
            Exif.withoutPlaces(cut);
            Exif.inColors(cut, true);
            Exif.with(cut, 3, new Resolution(1, 2), Map.of("Author", "x"));
            Exif.ofTiff(main(cut), 1000);
            Exif.missing(cut, after, Map.of());
        }
    }
}
