package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** TIFF files of floats, signed numbers and channels that are not colours, made byte by byte. */
class TiffNumbersTest {
    private static final ReadOptions TOLERANT = ReadOptions.DEFAULTS.withTolerant(true);

    /** How the samples lie in the file. */
    enum Lay {
        STRIPS,
        /** Rows in strips of two, the last one shorter. */
        SHORT_STRIPS,
        TILES,
        PLANES,
        PLANES_IN_STRIPS,
        PLANES_IN_TILES
    }

    /** A file of pages, by the specification of TIFF 6.0. */
    private static final class Tiff {
        private final ByteOrder order;
        private final boolean big;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<TreeMap<Integer, Object>> pages = new ArrayList<>();

        Tiff(ByteOrder order, boolean big) {
            this.order = order;
            this.big = big;
            out.writeBytes(new byte[16]);
        }

        /** A page of numbers, which have so many bytes; format 3 is float, 2 signed, 1 unsigned. */
        TreeMap<Integer, Object> page(
                int width,
                int height,
                int samples,
                int bytes,
                int format,
                Lay lay,
                boolean deflate,
                int predictor,
                double[] numbers)
                throws IOException {
            boolean planar = lay.name().startsWith("PLANES");
            boolean tiles = lay.name().endsWith("TILES");
            int tileWidth = tiles ? 16 : width;
            int tileHeight = tiles ? 16 : lay.name().endsWith("STRIPS") && lay != Lay.STRIPS ? 2 : height;
            List<Integer> offsets = new ArrayList<>();
            List<Integer> counts = new ArrayList<>();
            int inPixel = planar ? 1 : samples;
            for (int plane = 0; plane < (planar ? samples : 1); plane++) {
                for (int y0 = 0; y0 < height; y0 += tileHeight) {
                    for (int x0 = 0; x0 < width; x0 += tileWidth) {
                        int rows = tiles ? tileHeight : Math.min(tileHeight, height - y0);
                        ByteArrayOutputStream tile = new ByteArrayOutputStream();
                        for (int y = y0; y < y0 + rows; y++) {
                            double[] row = new double[tileWidth * inPixel];
                            for (int i = 0; i < row.length; i++) {
                                int x = Math.min(x0 + i / inPixel, width - 1);
                                int s = planar ? plane : i % inPixel;
                                row[i] = numbers[(Math.min(y, height - 1) * width + x) * samples + s];
                            }
                            tile.writeBytes(row(row, bytes, format, inPixel, predictor));
                        }
                        byte[] data = tile.toByteArray();
                        if (deflate) {
                            ByteArrayOutputStream packed = new ByteArrayOutputStream();
                            try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
                                deflater.write(data);
                            }
                            data = packed.toByteArray();
                        }
                        offsets.add(out.size());
                        counts.add(data.length);
                        out.writeBytes(data);
                        if (out.size() % 2 == 1) {
                            out.write(0);
                        }
                    }
                }
            }
            TreeMap<Integer, Object> tags = new TreeMap<>();
            int[] bits = new int[samples];
            Arrays.fill(bits, 8 * bytes);
            int[] formats = new int[samples];
            Arrays.fill(formats, format);
            tags.put(256, new int[] {width});
            tags.put(257, new int[] {height});
            tags.put(258, bits);
            tags.put(259, new int[] {deflate ? 8 : 1});
            tags.put(262, new int[] {1});
            tags.put(277, new int[] {samples});
            tags.put(284, new int[] {planar ? 2 : 1});
            tags.put(339, formats);
            if (predictor > 1) {
                tags.put(317, new int[] {predictor});
            }
            int[] at = offsets.stream().mapToInt(i -> i).toArray();
            int[] lengths = counts.stream().mapToInt(i -> i).toArray();
            if (tiles) {
                tags.put(322, new int[] {tileWidth});
                tags.put(323, new int[] {tileHeight});
                tags.put(324, at);
                tags.put(325, lengths);
            } else {
                tags.put(273, at);
                tags.put(278, new int[] {tileHeight});
                tags.put(279, lengths);
            }
            pages.add(tags);
            return tags;
        }

        private byte[] row(double[] numbers, int bytes, int format, int inPixel, int predictor) {
            ByteBuffer row =
                    ByteBuffer.allocate(numbers.length * bytes).order(predictor == 3 ? ByteOrder.BIG_ENDIAN : order);
            for (double number : numbers) {
                switch (format * 10 + bytes) {
                    case 11, 21 -> row.put((byte) number);
                    case 12, 22 -> row.putShort((short) (int) number);
                    case 14, 24 -> row.putInt((int) (long) number);
                    case 34 -> row.putFloat((float) number);
                    case 38 -> row.putDouble(number);
                    default -> throw new IllegalArgumentException();
                }
            }
            if (predictor == 2) {
                for (int i = numbers.length - 1; i >= inPixel; i--) {
                    switch (bytes) {
                        case 1 -> row.put(i, (byte) (row.get(i) - row.get(i - inPixel)));
                        case 2 -> row.putShort(2 * i, (short) (row.getShort(2 * i) - row.getShort(2 * (i - inPixel))));
                        default -> row.putInt(4 * i, row.getInt(4 * i) - row.getInt(4 * (i - inPixel)));
                    }
                }
            }
            byte[] plain = row.array();
            if (predictor != 3) {
                return plain;
            }
            byte[] split = new byte[plain.length];
            for (int i = 0; i < plain.length; i++) {
                split[i % bytes * numbers.length + i / bytes] = plain[i];
            }
            for (int i = split.length - 1; i >= inPixel; i--) {
                split[i] -= split[i - inPixel];
            }
            return split;
        }

        byte[] bytes() {
            int word = big ? 8 : 4;
            ByteBuffer all =
                    ByteBuffer.allocate(out.size() + pages.size() * 80_000).order(order);
            all.put(out.toByteArray());
            int link = big ? 8 : 4;
            all.put(0, (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
            all.put(1, all.get(0)).putShort(2, (short) (big ? 43 : 42));
            if (big) {
                all.putShort(4, (short) 8);
            }
            for (TreeMap<Integer, Object> page : pages) {
                put(all, link, word, all.position());
                put(all, all.position(), big ? 8 : 2, page.size());
                int entry = all.position() + (big ? 8 : 2);
                int data = entry + page.size() * (4 + 2 * word) + word;
                for (var tag : page.entrySet()) {
                    double[] doubles = tag.getValue() instanceof double[] d ? d : null;
                    int[] ints = tag.getValue() instanceof int[] i ? i : new int[0];
                    int count = doubles == null ? ints.length : doubles.length;
                    int size = doubles == null ? 4 : 8;
                    all.putShort(entry, tag.getKey().shortValue()).putShort(entry + 2, (short) (size == 4 ? 4 : 12));
                    put(all, entry + 4, word, count);
                    int value = entry + 4 + word;
                    if (count * size > word) {
                        put(all, value, word, data);
                        value = data;
                        data += count * size;
                    }
                    for (int i = 0; i < count; i++) {
                        if (doubles == null) {
                            all.putInt(value + 4 * i, ints[i]);
                        } else {
                            all.putDouble(value + 8 * i, doubles[i]);
                        }
                    }
                    entry += 4 + 2 * word;
                }
                link = entry;
                all.position(data);
            }
            return Arrays.copyOf(all.array(), all.position());
        }

        private static void put(ByteBuffer all, int at, int size, long value) {
            switch (size) {
                case 2 -> all.putShort(at, (short) value);
                case 4 -> all.putInt(at, (int) value);
                default -> all.putLong(at, value);
            }
        }
    }

    private static double[] numbers(ImageLike image) {
        double[] numbers = new double[image.width() * image.height() * image.components()];
        int row = image.width() * image.components();
        for (int y = 0; y < image.height(); y++) {
            Images.rows(image).readNumbers(0, y, image.width(), numbers, y * row);
        }
        return numbers;
    }

    private static byte[] floats(double... numbers) throws IOException {
        Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
        tiff.page(numbers.length, 1, 1, 4, 3, Lay.STRIPS, false, 1, numbers);
        return tiff.bytes();
    }

    @Test
    void floatsBeyondOneAreKept() throws IOException {
        double[] numbers = {-1, -0.5, 0, 0.5, 1, 1.5};
        ImageLike image = ImageFiles.read(floats(numbers));
        assertThat(image.mode()).isEqualTo(Mode.L16);
        assertThat(Images.rows(image).ranges()).containsExactly(new Plane.Range(-1, 1.5));
        assertThat(numbers(image)).containsExactly(numbers);
        assertThat(image.get(0, 0).value()).containsExactly(0);
        assertThat(image.get(5, 0).value()).containsExactly(65535);
        BufferedImage shown = Images.to(image, BufferedImage.class);
        assertThat(shown.getRaster().getSampleDouble(0, 0, 0)).isEqualTo(-1);
    }

    @Test
    void floatsWithinOneAreBlackAtZeroAndWhiteAtOne() throws IOException {
        ImageLike image = ImageFiles.read(floats(0.25, 0.5, Double.NaN));
        assertThat(Images.rows(image).ranges()).containsExactly(new Plane.Range(0, 1));
        assertThat(image.get(1, 0).value()).containsExactly(32768);
    }

    @Test
    void theRangeThatAFileNamesCounts() throws IOException {
        Tiff tiff = new Tiff(ByteOrder.BIG_ENDIAN, false);
        var tags = tiff.page(2, 1, 1, 4, 3, Lay.STRIPS, false, 1, new double[] {-5, 300});
        tags.put(340, new double[] {-100});
        tags.put(341, new double[] {4000});
        ImageLike image = ImageFiles.read(tiff.bytes());
        assertThat(Images.rows(image).ranges()).containsExactly(new Plane.Range(-100, 4000));
        assertThat(numbers(image)).containsExactly(-5, 300);
    }

    @Test
    void oneNumberEverywhereAndNoNumberAtAllHaveARange() throws IOException {
        assertThat(numbers(ImageFiles.read(floats(7, 7)))).containsExactly(7, 7);
        assertThat(numbers(ImageFiles.read(floats(Double.NaN, Double.NEGATIVE_INFINITY))))
                .containsExactly(Double.NaN, Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"1, -128, 127", "2, -32768, 32767", "4, -2147483648, 2147483647"})
    void signedNumbersStaySigned(int bytes, double least, double most) throws IOException {
        double[] numbers = {least, -1, 0, 1, most};
        Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
        tiff.page(5, 1, 1, bytes, 2, Lay.STRIPS, false, 1, numbers);
        ImageLike image = ImageFiles.read(tiff.bytes());
        assertThat(numbers(image)).containsExactly(numbers);
        assertThat(Images.rows(image).ranges()).containsExactly(new Plane.Range(least, most));
        assertThat(image.get(0, 0).value()).containsExactly(0);
        assertThat(image.get(4, 0).value()).containsExactly(65535);
    }

    @ParameterizedTest
    @EnumSource(Lay.class)
    void allNumbersAreFoundHoweverTheyLie(Lay lay) throws IOException {
        int width = 21;
        int height = 19;
        for (int format = 1; format <= 3; format++) {
            for (int bytes : format == 3 ? new int[] {4, 8} : new int[] {1, 2, 4}) {
                for (int variant = 0; variant < 6; variant++) {
                    int predictor = variant % 3 + 1;
                    if ((predictor == 3) != (format == 3) && predictor > 1) {
                        continue;
                    }
                    if (predictor == 2 && format == 3) {
                        continue;
                    }
                    int samples = 5;
                    double[] numbers = new double[width * height * samples];
                    for (int i = 0; i < numbers.length; i++) {
                        double wave = i * 7919 % 251;
                        numbers[i] = format == 3 ? wave / 8 - 9 : format == 2 ? wave % 100 - 50 : wave;
                    }
                    ByteOrder order = variant < 3 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
                    Tiff tiff = new Tiff(order, variant >= 3);
                    tiff.page(3, 3, 1, 1, 1, Lay.STRIPS, false, 1, new double[9]);
                    var tags = tiff.page(
                            width,
                            height,
                            samples,
                            bytes,
                            format,
                            lay,
                            predictor > 1 || variant == 4,
                            predictor,
                            numbers);
                    tags.put(338, new int[] {0, 0, 0, 0});
                    String what = lay + " " + format + " " + bytes + " " + variant;
                    try (ImageFile file = ImageFiles.open(tiff.bytes())) {
                        assertThat(file.frames()).as(what).isEqualTo(2);
                        List<ImageLike> channels = file.channels(1);
                        assertThat(channels).as(what).hasSize(samples);
                        for (int s = 0; s < samples; s++) {
                            ImageLike channel = channels.get(s);
                            int sample = s;
                            double[] expected = new double[width * height];
                            Arrays.setAll(expected, i -> numbers[i * samples + sample]);
                            double[] read = format == 1 ? samples(channel) : numbers(channel);
                            assertThat(read).as(what + " channel " + s).containsExactly(expected);
                        }
                    }
                }
            }
        }
    }

    private static double[] samples(ImageLike image) {
        return java.util.stream.StreamSupport.stream(image.pixels().spliterator(), false)
                .mapToDouble(pixel -> pixel.value()[0] & 0xffffffffL)
                .toArray();
    }

    @Test
    void channelsThatAreNotColoursAreRefusedOrNamed() throws IOException {
        Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
        var tags = tiff.page(1, 1, 4, 2, 1, Lay.STRIPS, false, 1, new double[] {100, 200, 300, 400});
        tags.put(262, new int[] {2});
        tags.put(338, new int[] {0});
        byte[] file = tiff.bytes();
        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("has 1 channel that is not a colour")
                .hasMessageEndingWith(" [errors.md#channels-left-out]");
        ImageLike colours = ImageFiles.read(file, TOLERANT);
        assertThat(colours.mode()).isEqualTo(Mode.RGB48);
        assertThat(colours.get(0, 0).value()).containsExactly(100, 200, 300);
        assertThat(colours.info()).containsEntry(InfoKeys.MISSING, List.of("1 channel that is not a colour"));
        try (ImageFile open = ImageFiles.open(file)) {
            assertThat(open.channels(0))
                    .extracting(channel -> channel.get(0, 0).value()[0])
                    .containsExactly(100, 200, 300, 400);
        }
    }

    /** Larger than a strip that is decoded at once. The numbers at the end decide the range of the first rows. */
    @ParameterizedTest
    @CsvSource({"STRIPS, 4, 3, 3, false", "STRIPS, 8, 3, 1, true", "TILES, 4, 3, 1, false", "STRIPS, 2, 2, 2, true"})
    void aViewOfNumbersHasOneRange(Lay lay, int bytes, int format, int predictor, boolean big) throws IOException {
        int width = 1024;
        int height = 8200 / bytes;
        double[] numbers = new double[width * height];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i / width < height - 3 ? i % 100 : 100 - i % 1000;
        }
        Tiff tiff = new Tiff(ByteOrder.BIG_ENDIAN, big);
        tiff.page(width, height, 1, bytes, format, lay, lay == Lay.STRIPS, predictor, numbers);
        try (ImageFile file = ImageFiles.open(tiff.bytes())) {
            ImageLike view = file.view(0);
            assertThat(view.buffer().layout())
                    .as("rows are decoded when they are asked for")
                    .isEmpty();
            assertThat(Images.rows(view).ranges())
                    .containsExactly(format == 2 ? new Plane.Range(-32768, 32767) : new Plane.Range(-899, 100));
            assertThat(Arrays.equals(numbers(view), numbers)).isTrue();
            assertThat(view.get(5, 2).get(0)).isEqualTo(file.read().get(5, 2).get(0));

            ImageLike part = file.read(0, Slice.of(0, 7), Slice.of(height - 2, height));
            assertThat(Images.rows(part).ranges()).isEqualTo(Images.rows(view).ranges());
            assertThat(numbers(part))
                    .startsWith(Arrays.copyOfRange(numbers, (height - 2) * width, (height - 2) * width + 7));
        }
    }

    /** Floats are measured before the first strip is decoded, so that damage and limits must be met there, too. */
    @Test
    void aViewOfDamagedNumbersIsRefused() throws IOException {
        Tiff tiff = new Tiff(ByteOrder.BIG_ENDIAN, false);
        tiff.page(40, 40, 1, 4, 3, Lay.STRIPS, true, 1, new double[1600]);
        byte[] file = tiff.bytes();
        try (ImageFile limited = ImageFiles.open(file, ReadOptions.DEFAULTS.withMaxPixels(1599))) {
            assertThatThrownBy(() -> limited.view(0)).hasMessageContaining("1600 pixels");
        }
        Arrays.fill(file, 18, 24, (byte) 0xff);
        try (ImageFile damaged = ImageFiles.open(file)) {
            assertThatThrownBy(() -> damaged.view(0))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageEndingWith(" [errors.md#damaged-file]");
        }
    }

    @Test
    void aViewNamesTheChannelsThatItLeavesOut() throws IOException {
        Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
        double[] samples = new double[4 * 40 * 40];
        Arrays.setAll(samples, i -> i);
        var tags = tiff.page(40, 40, 4, 2, 1, Lay.STRIPS, true, 1, samples);
        tags.put(262, new int[] {2});
        tags.put(338, new int[] {0});
        try (ImageFile file = ImageFiles.open(tiff.bytes())) {
            assertThatThrownBy(() -> file.view(0))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageStartingWith("The array of ")
                    .hasMessageEndingWith(" [errors.md#channels-left-out]");
        }
        try (ImageFile file = ImageFiles.open(tiff.bytes(), TOLERANT)) {
            ImageLike view = file.view(0);
            assertThat(view.buffer().layout()).isEmpty();
            assertThat(view.get(3, 30).value()).containsExactly(4 * 1203, 4 * 1203 + 1, 4 * 1203 + 2);
            assertThat(view.info()).containsEntry(InfoKeys.MISSING, List.of("1 channel that is not a colour"));
        }
    }

    @Test
    void coloursOfThirtyTwoBitsBecomeSixteen() throws IOException {
        Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
        double[] numbers = {0, 0xffffffffL, 65537 * 1000, 65537 * 7 + 32768, 65537 * 7 + 32769, 1L << 31};
        tiff.page(2, 1, 3, 4, 1, Lay.STRIPS, false, 1, numbers).put(262, new int[] {2});
        ImageLike image = ImageFiles.read(tiff.bytes());
        assertThat(image.mode()).isEqualTo(Mode.RGB48);
        assertThat(image.get(0, 0).value()).containsExactly(0, 65535, 1000);
        assertThat(image.get(1, 0).value()).containsExactly(7, 8, 32768);
    }

    @Test
    void coloursMultipliedByAlphaAreDivided() throws IOException {
        for (Lay lay : Lay.values()) {
            Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
            var tags = tiff.page(1, 1, 4, 1, 1, lay, false, 1, new double[] {36, 19, 0, 51});
            tags.put(262, new int[] {2});
            tags.put(338, new int[] {1});
            ImageLike image = ImageFiles.read(tiff.bytes());
            assertThat(image.mode()).isEqualTo(Mode.RGBA);
            assertThat(image.get(0, 0).value()).containsExactly(180, 95, 0, 51);
        }
    }

    @Test
    void channelsOf8BitsAreNotTakenForAlpha() throws IOException {
        Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
        var tags = tiff.page(1, 1, 4, 1, 1, Lay.STRIPS, false, 1, new double[] {10, 20, 30, 40});
        tags.put(262, new int[] {2});
        tags.put(338, new int[] {0});
        ImageLike colours = ImageFiles.read(tiff.bytes(), TOLERANT);
        assertThat(colours.mode()).isEqualTo(Mode.RGB);
        assertThat(colours.get(0, 0).value()).containsExactly(10, 20, 30);
    }

    @Test
    void alphaBesideInvertedGreyIsNotInverted() throws IOException {
        for (int bytes : new int[] {1, 2}) {
            Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
            var tags = tiff.page(1, 1, 2, bytes, 1, Lay.STRIPS, false, 1, new double[] {200, 40});
            tags.put(262, new int[] {0});
            tags.put(338, new int[] {2});
            ImageLike image = ImageFiles.read(tiff.bytes());
            assertThat(image.get(0, 0).value()).containsExactly((bytes == 1 ? 255 : 65535) - 200, 40);
        }
    }

    /** Bytes in the place of samples, and the tags that say what they are. */
    private static ImageLike bits(int width, int samples, int bits, int photometric, int... bytes) throws IOException {
        Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
        double[] numbers = Arrays.stream(bytes).asDoubleStream().toArray();
        var tags = tiff.page(numbers.length, 1, 1, 1, 1, Lay.STRIPS, false, 1, numbers);
        int[] all = new int[samples];
        Arrays.fill(all, bits);
        tags.put(256, new int[] {width});
        tags.put(258, all);
        tags.put(262, new int[] {photometric});
        tags.put(277, new int[] {samples});
        tags.remove(339);
        try (ImageFile file = ImageFiles.open(tiff.bytes())) {
            assertThat(file.mode()).isEqualTo(file.read().mode());
            return file.read();
        }
    }

    /** The numbers by hand; ImageMagick reads the kinds of docs/evidence/read.md in the same way. */
    @Test
    void samplesOfUncommonBitsAreStretched() throws IOException {
        ImageLike six = bits(4, 1, 6, 1, 0b11111101, 0b01011010, 0b10000000);
        assertThat(samples(six)).containsExactly(255, 85, 170, 0);
        ImageLike four = bits(2, 3, 4, 2, 0xf1, 0x20, 0x3f);
        assertThat(four.mode()).isEqualTo(Mode.RGB);
        assertThat(four.get(0, 0).value()).containsExactly(255, 17, 34);
        assertThat(four.get(1, 0).value()).containsExactly(0, 51, 255);
        ImageLike deep = bits(2, 1, 24, 1, 0xff, 0xff, 0xff, 1, 0, 0);
        assertThat(deep.mode()).isEqualTo(Mode.L32);
        assertThat(samples(deep)).containsExactly(0xffffffffL, 256);
        ImageLike colours = bits(1, 3, 24, 2, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0x80);
        assertThat(colours.get(0, 0).value()).containsExactly(65535, 0, 32768);
        assertThat(samples(bits(2, 1, 12, 0, 0xff, 0xf0, 0))).containsExactly(0, 65535);
    }

    /** The colours are those of LittleCMS 2.14 (Pillow 9.4), from Lab to sRGB. */
    @ParameterizedTest
    @CsvSource({"8, 1", "8, 256", "9, 1", "9, 256"})
    void coloursOfLabAreConvertedByTheirWhite(int photometric, int unit) throws IOException {
        int offset = photometric == 9 ? 128 : 0;
        double full = photometric == 9 || unit == 1 ? 1 : 257.0 / 256;
        Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
        double[] numbers = {128 * unit * full, (14 + offset) * unit, (23 + offset) * unit, 255 * unit * full, 0, 0};
        numbers[4] = numbers[5] = offset * unit;
        tiff.page(2, 1, 3, unit == 1 ? 1 : 2, 1, Lay.STRIPS, false, 1, numbers).put(262, new int[] {photometric});
        ImageLike image = ImageFiles.read(tiff.bytes());
        int[] expected = {151, 110, 81};
        for (int c = 0; c < 3; c++) {
            double value = image.get(0, 0).value()[c] / (unit == 1 ? 1 : 257.0);
            assertThat(value).isCloseTo(expected[c], within(0.6));
            assertThat(image.get(1, 0).value()[c]).isCloseTo(unit == 1 ? 255 : 65535, within(unit));
        }
    }

    /** The colour is that of LittleCMS 2.14 (Pillow 9.4), from Lab to sRGB; alpha and multiplying by it are those of TIFF 6.0. */
    @ParameterizedTest
    @CsvSource({
        "8, 1, 2",
        "8, 1, 1",
        "8, 256, 2",
        "8, 256, 1",
        "9, 1, 2",
        "9, 1, 1",
        "9, 256, 2",
        "9, 256, 1",
        "8, 256, -1"
    })
    void alphaBesideLabIsKept(int photometric, int unit, int extra) throws IOException {
        int offset = photometric == 9 ? 128 : 0;
        double full = photometric == 9 || unit == 1 ? 1 : 257.0 / 256;
        double most = unit == 1 ? 255 : 65535;
        int half = extra == 1 ? 2 : 1; // multiplied by an alpha of one half, or not
        Tiff tiff = new Tiff(ByteOrder.BIG_ENDIAN, false);
        double[] numbers = {
            128 * unit * full / half,
            (14 + offset) * unit / half,
            (24 + offset) * unit / half,
            Math.ceil(most / 2),
            0,
            0,
            0,
            0
        };
        var tags = tiff.page(2, 1, 4, unit == 1 ? 1 : 2, 1, Lay.STRIPS, false, 1, numbers);
        tags.put(262, new int[] {photometric});
        if (extra > 0) {
            tags.put(338, new int[] {extra});
        }
        byte[] file = tiff.bytes();
        ImageLike image = ImageFiles.read(file);
        assertThat(image.mode()).isEqualTo(unit == 1 ? Mode.RGBA : Mode.RGBA64);
        try (ImageFile open = ImageFiles.open(file)) {
            assertThat(open.view(0).mode()).isEqualTo(image.mode());
        }
        int[] expected = {151, 110, 79};
        for (int c = 0; c < 3; c++) {
            assertThat(image.get(0, 0).value()[c] * 255 / most).isCloseTo(expected[c], within(extra == 1 ? 1.6 : 0.6));
        }
        assertThat(image.get(0, 0).value()[3]).isEqualTo((int) Math.ceil(most / 2));
        assertThat(image.get(1, 0).value()[3]).isZero();
    }

    @Test
    void channelsBesideLabAreRefusedOrNamed() throws IOException {
        Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
        var tags = tiff.page(1, 1, 5, 2, 1, Lay.PLANES, false, 1, new double[] {0xffff, 0, 0, 7, 1000});
        tags.put(262, new int[] {8});
        tags.put(338, new int[] {0, 2});
        byte[] file = tiff.bytes();
        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("has 1 channel that is not a colour");
        ImageLike white = ImageFiles.read(file, TOLERANT);
        assertThat(white.mode()).isEqualTo(Mode.RGBA64);
        assertThat(white.get(0, 0).value()[2]).isCloseTo(65535, within(256));
        assertThat(white.get(0, 0).value()[3]).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"8, 4, 3", "8, 2, 2", "8, 4, 1", "10, 1, 1"})
    void labInOtherSamplesIsRefused(int photometric, int bytes, int format) throws IOException {
        Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
        tiff.page(1, 1, 3, bytes, format, Lay.STRIPS, false, 1, new double[] {50, 1, 2})
                .put(262, new int[] {photometric});
        assertThatThrownBy(() -> ImageFiles.read(tiff.bytes()))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("CIE Lab");
    }

    @Test
    void inksWithAlphaAreRefusedOrReadWithoutIt() throws IOException {
        for (int bytes : new int[] {1, 2}) {
            Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
            var tags = tiff.page(1, 1, 5, bytes, 1, Lay.STRIPS, false, 1, new double[] {10, 20, 30, 40, 50});
            tags.put(262, new int[] {5});
            tags.put(338, new int[] {2});
            byte[] file = tiff.bytes();
            assertThatThrownBy(() -> ImageFiles.read(file)).hasMessageContaining("has alpha");
            ImageLike inks = ImageFiles.read(file, TOLERANT);
            assertThat(inks.mode()).isEqualTo(bytes == 1 ? Mode.CMYK : Mode.CMYK64);
            assertThat(inks.get(0, 0).value()).containsExactly(10, 20, 30, 40);
            assertThat(inks.info()).containsEntry(InfoKeys.MISSING, List.of("alpha"));
        }
    }

    @Test
    void floatsWithAlphaAreColoursOfAPicture() throws IOException {
        Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN, false);
        double[] numbers = {0.5, 2, -1, 0.25};
        var tags = tiff.page(1, 1, 4, 4, 3, Lay.PLANES, false, 1, numbers);
        tags.put(262, new int[] {2});
        tags.put(338, new int[] {2});
        ImageLike image = ImageFiles.read(tiff.bytes());
        assertThat(image.mode()).isEqualTo(Mode.RGBA64);
        assertThat(numbers(image)).containsExactly(numbers);
        assertThat(image.get(0, 0).value()).containsExactly(32768, 65535, 0, 16384);
    }

    @Test
    void numbersAreWrittenAsFloats() throws IOException {
        double[] numbers = {-5, 300, 12.5, Double.NaN};
        ImageLike image = ImageFiles.read(floats(numbers));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WriteResult written = ImageFiles.write(image, out, WriteOptions.DEFAULTS.withFormat("TIFF"));
        assertThat(written.losses()).isEmpty();
        ImageLike again = ImageFiles.read(out.toByteArray());
        assertThat(again.mode()).isEqualTo(Mode.L16);
        assertThat(numbers(again)).containsExactly(numbers);
        assertThat(ImageFiles.write(image, new ByteArrayOutputStream(), WriteOptions.DEFAULTS.withFormat("PNG"))
                        .losses())
                .containsExactly("numbers of a range → 16 bits per component");
    }

    @Test
    void unsignedIntsAreMarkedAsUnsigned() throws IOException {
        StandardImage image = StandardImage.filled(Mode.L32, 2, 1, (int) 3_000_000_000L);
        byte[] file = ImageFiles.encode(image, WriteOptions.DEFAULTS.withFormat("TIFF"));
        // Pillow 9.4 reads such samples in this byte order alone
        assertThat(file).startsWith('I', 'I', 42, 0);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(4);
        List<Integer> formats = new ArrayList<>();
        for (int i = 0; i < bytes.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if (bytes.getShort(entry) == 339) {
                formats.add((int) bytes.getShort(entry + 8));
            }
        }
        assertThat(formats).containsExactly(1);
        assertThat(ImageFiles.read(file).get(0, 0).value()).containsExactly((int) 3_000_000_000L);
        assertThat(AwtImages.toBufferedImage(image)).isNotNull();
    }
}
