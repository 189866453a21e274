package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.SampleRows;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.awt.AwtImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of frames: the samples are those of the whole frame, picked out of its rows one by one. */
class PartsTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 53;

    /** The names of kinds of files, and such a file. */
    private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

    static {
        try {
            written();
            pngs();
            tiffs();
            bitmaps();
            pixmaps();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void written() throws IOException {
        for (Map.Entry<String, java.util.Set<Mode>> format : FormatsTest.HELD.entrySet()) {
            for (Mode mode : format.getValue()) {
                boolean icon = format.getKey().equals("ICNS");
                StandardImage image = format.getKey().equals("GIF")
                        ? Samples.few(mode, WIDTH, HEIGHT)
                        : Samples.random(mode, icon ? 32 : WIDTH, icon ? 32 : HEIGHT, 7);
                FILES.put(
                        format.getKey() + " " + mode,
                        ImageFiles.encode(image, WriteOptions.DEFAULTS.withFormat(format.getKey())));
            }
        }
    }

    /** All kinds of PNG, with a filter of its own for each row. */
    private static void pngs() throws IOException {
        int[][] kinds = {
            {0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1}, {3, 2}, {3, 4}, {3, 8}, {4, 8}, {4, 16},
            {6, 8}, {6, 16}
        };
        for (int[] kind : kinds) {
            int samples = new int[] {1, 0, 3, 1, 2, 0, 4}[kind[0]];
            int rowBytes = (WIDTH * samples * kind[1] + 7) / 8;
            byte[] rows = new byte[HEIGHT * (1 + rowBytes)];
            new SplittableRandom(rowBytes).nextBytes(rows);
            for (int y = 0; y < HEIGHT; y++) {
                rows[y * (1 + rowBytes)] = (byte) (y % 5);
            }
            byte[] palette = new byte[3 * (1 << Math.min(8, kind[1]))];
            new SplittableRandom(5).nextBytes(palette);
            String name = "PNG type " + kind[0] + " depth " + kind[1];
            if (kind[0] == 3) {
                FILES.put(name, ReadingTest.png(WIDTH, HEIGHT, kind[1], kind[0], rows, "PLTE", palette));
                byte[] alpha = Arrays.copyOf(palette, palette.length / 3);
                FILES.put(
                        name + " with alpha",
                        ReadingTest.png(WIDTH, HEIGHT, kind[1], kind[0], rows, "PLTE", palette, "tRNS", alpha));
            } else {
                FILES.put(name, ReadingTest.png(WIDTH, HEIGHT, kind[1], kind[0], rows));
            }
            if (kind[0] == 0 || kind[0] == 2) {
                byte[] transparent = new byte[2 * samples];
                FILES.put(
                        name + " with transparency",
                        ReadingTest.png(WIDTH, HEIGHT, kind[1], kind[0], rows, "tRNS", transparent));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        for (Mode mode : List.of(Mode.L, Mode.L16, Mode.RGB, Mode.RGB48, Mode.RGBA)) {
            FILES.put("PNG interlaced " + mode, encode(writer, picture(mode), param, null));
        }
        for (int bits : new int[] {1, 2, 4}) {
            byte[] grays = new byte[1 << bits];
            for (int i = 0; i < grays.length; i++) {
                grays[i] = (byte) (i * 255 / (grays.length - 1) / 2);
            }
            IndexColorModel few = new IndexColorModel(bits, grays.length, grays, new byte[grays.length], grays);
            BufferedImage packed = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, few);
            packed.createGraphics().drawImage(picture(Mode.L), 0, 0, null);
            FILES.put("PNG interlaced of " + bits + " bits", encode(writer, packed, param, null));
        }
    }

    private static BufferedImage picture(Mode mode) {
        return AwtImages.toBufferedImage(Samples.smooth(mode, WIDTH, HEIGHT));
    }

    private static byte[] encode(ImageWriter writer, BufferedImage image, ImageWriteParam param, IIOMetadata metadata)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static void tiffs() throws IOException {
        for (String compression : List.of("none", "LZW", "Deflate", "ZLib", "PackBits", "JPEG")) {
            for (Mode mode : List.of(Mode.L, Mode.RGB, Mode.RGB48, Mode.RGBA)) {
                if (compression.equals("JPEG") && mode != Mode.L && mode != Mode.RGB) {
                    continue;
                }
                for (int tile : new int[] {0, 16}) {
                    FILES.put(
                            "TIFF " + compression + " " + mode + (tile > 0 ? " tiles" : ""),
                            tiff(picture(mode), compression, tile, tile));
                }
                FILES.put(
                        "TIFF " + compression + " " + mode + " one strip",
                        tiff(picture(mode), compression, WIDTH, HEIGHT));
                FILES.put("TIFF " + compression + " " + mode + " rows", tiff(picture(mode), compression, WIDTH, 3));
            }
        }
        BufferedImage bits = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        bits.createGraphics().drawLine(3, 5, 30, 50);
        for (String compression : List.of("none", "CCITT RLE", "CCITT T.4", "CCITT T.6")) {
            FILES.put("TIFF bits " + compression, tiff(bits, compression, WIDTH, 8));
        }
    }

    private static byte[] tiff(BufferedImage image, String compression, int tileWidth, int tileHeight)
            throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
        ImageWriter writer = writers.next();
        while (!writer.getClass().getName().startsWith("com.sun.")) {
            writer = writers.next();
        }
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (!compression.equals("none")) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
        }
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
        if (tileWidth == WIDTH) {
            TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
            directory.addTIFFField(new TIFFField(
                    BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_ROWS_PER_STRIP), tileHeight));
            metadata = directory.getAsMetadata();
        } else if (tileWidth > 0) {
            param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            param.setTiling(tileWidth, tileHeight, 0, 0);
        }
        return encode(writer, image, param, metadata);
    }

    private static void bitmaps() {
        for (int bits : new int[] {1, 4, 8, 16, 24, 32}) {
            for (boolean topDown : new boolean[] {false, true}) {
                int colors = bits > 8 ? 0 : 1 << bits;
                int rowBytes = (WIDTH * bits + 31) / 32 * 4;
                ByteBuffer bmp =
                        ByteBuffer.allocate(54 + 4 * colors + HEIGHT * rowBytes).order(ByteOrder.LITTLE_ENDIAN);
                new SplittableRandom(bits).nextBytes(bmp.array());
                bmp.put((byte) 'B')
                        .put((byte) 'M')
                        .putInt(bmp.capacity())
                        .putInt(0)
                        .putInt(54 + 4 * colors);
                bmp.putInt(40).putInt(WIDTH).putInt(topDown ? -HEIGHT : HEIGHT);
                bmp.putShort((short) 1).putShort((short) bits);
                bmp.putInt(0).putInt(0).putInt(0).putInt(0).putInt(colors).putInt(0);
                for (int i = 0; i < colors; i++) {
                    bmp.put(bmp.position() + 3, (byte) 0);
                    bmp.position(bmp.position() + 4);
                }
                FILES.put("BMP of " + bits + " bits" + (topDown ? " top down" : ""), bmp.array());
            }
        }
    }

    private static void pixmaps() {
        FILES.put("PBM", netpbm("P4\n# bits\n37 53\n", (WIDTH + 7) / 8 * HEIGHT));
        FILES.put("PGM", netpbm("P5 37#x\n 53\n# y\n255\n", WIDTH * HEIGHT));
        FILES.put("PGM of 16 bits", netpbm("P5\n37\n53\n65535\n", 2 * WIDTH * HEIGHT));
        FILES.put("PPM", netpbm("P6\n37 53\n255\n", 3 * WIDTH * HEIGHT));
        FILES.put(
                "PAM",
                netpbm(
                        "P7\n# four\nWIDTH 37\nHEIGHT 53\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n",
                        4 * WIDTH * HEIGHT));
        StringBuilder text = new StringBuilder("P2 37 53 255\n");
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            text.append(i % 256).append(i % 20 == 0 ? '\n' : ' ');
        }
        FILES.put("PGM as text", text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] netpbm(String header, int length) {
        byte[] head = header.getBytes(StandardCharsets.US_ASCII);
        byte[] file = new byte[head.length + length];
        new SplittableRandom(length).nextBytes(file);
        System.arraycopy(head, 0, file, 0, head.length);
        return file;
    }

    static Stream<Arguments> files() {
        return FILES.entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    private static ImageLike whole(byte[] bytes) throws IOException {
        try (ImageFile file = ImageFiles.open(bytes)) {
            return file.read(0);
        }
    }

    /** The samples of all rows. */
    private static int[][] samples(ImageLike image) {
        SampleRows rows = Images.rows(image);
        int[][] samples = new int[image.height()][image.width() * image.components()];
        for (int y = 0; y < samples.length; y++) {
            rows.read(0, y, image.width(), samples[y], 0);
        }
        return samples;
    }

    /** Python's positions, by counting. */
    private static List<Integer> positions(int start, int stop, int step) {
        List<Integer> positions = new ArrayList<>();
        for (int i = start; step > 0 ? i < stop : i > stop; i += step) {
            positions.add(i);
        }
        return positions;
    }

    private record Part(int startX, int stopX, int stepX, int startY, int stopY, int stepY) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aPartHasTheSamplesOfTheWhole(String name, byte[] bytes) throws IOException {
        ImageLike whole = whole(bytes);
        int w = whole.width();
        int h = whole.height();
        int[][] samples = samples(whole);
        int n = whole.components();
        List<Part> parts = List.of(
                new Part(0, w, 1, 0, h, 1),
                new Part(3, 20, 1, 7, 30, 1),
                new Part(0, 1, 1, 0, 1, 1),
                new Part(w - 1, w, 1, h - 1, h, 1),
                new Part(1, w, 3, 2, h, 5),
                new Part(w - 1, 2, -2, h - 2, 3, -3),
                new Part(0, w, 1, h - 1, -1, -1));
        try (ImageFile file = ImageFiles.open(bytes)) {
            for (Part part : parts) {
                List<Integer> xs = positions(part.startX, part.stopX, part.stepX);
                List<Integer> ys = positions(part.startY, part.stopY, part.stepY);
                Slice columns = part.stopX < 0 ? Slice.ALL.by(-1) : Slice.of(part.startX, part.stopX, part.stepX);
                Slice rows = part.stopY < 0 ? Slice.ALL.by(-1) : Slice.of(part.startY, part.stopY, part.stepY);

                ImageLike read = file.read(0, columns, rows);

                assertThat(read.mode()).isEqualTo(whole.mode());
                assertThat(read.info().keySet()).isSubsetOf(whole.info().keySet());
                int[][] expected = new int[ys.size()][xs.size() * n];
                for (int y = 0; y < expected.length; y++) {
                    for (int x = 0; x < xs.size(); x++) {
                        System.arraycopy(samples[ys.get(y)], xs.get(x) * n, expected[y], x * n, n);
                    }
                }
                assertThat(samples(read)).as(part.toString()).isDeepEqualTo(expected);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aViewHasAllRowsInAnyOrder(String name, byte[] bytes) throws IOException {
        ImageLike whole = whole(bytes);
        int[][] samples = samples(whole);
        try (ImageFile file = ImageFiles.open(bytes)) {
            ImageLike view = file.view(0);
            assertThat(view.size()).isEqualTo(whole.size());
            assertThat(view.info().keySet()).containsAll(whole.info().keySet());
            SampleRows rows = Images.rows(view);
            int[] row = new int[samples[0].length];
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < 60; i++) {
                int y = random.nextInt(samples.length);
                rows.read(0, y, view.width(), row, 0);
                assertThat(row).as("row %d", y).isEqualTo(samples[y]);
            }
        }
    }

    /** So large that it is decoded in several strips. */
    @ParameterizedTest
    @ValueSource(strings = {"PNG", "TIFF", "BMP", "PNM", "PAM"})
    void aLargeFrameHasAllRowsInAnyOrder(String format) throws IOException {
        StandardImage image = Samples.random(Mode.RGB, 1500, 2000, 3);
        int[][] samples = samples(image);
        try (ImageFile file = ImageFiles.open(ImageFiles.encode(image, WriteOptions.DEFAULTS.withFormat(format)))) {
            ImageLike view = file.view(0);
            assertThat(view.buffer().layout()).as("decoded in strips").isEmpty();
            SampleRows rows = Images.rows(view);
            int[] row = new int[3 * 1500];
            for (int y = 0; y < 2000; y++) {
                rows.read(0, y, 1500, row, 0);
                assertThat(Arrays.equals(row, samples[y])).as("row %d", y).isTrue();
            }
            for (int y : new int[] {1999, 0, 700, 699, 1400, 3}) {
                rows.read(0, y, 1500, row, 0);
                assertThat(Arrays.equals(row, samples[y])).as("row %d", y).isTrue();
            }
            int[][] part = samples(file.read(0, Slice.ALL, Slice.ALL.by(-3)));
            assertThat(part).hasDimensions(667, 3 * 1500);
            for (int i = 0; i < part.length; i++) {
                assertThat(Arrays.equals(part[i], samples[1999 - 3 * i]))
                        .as("row %d", i)
                        .isTrue();
            }
        }
    }

    @Test
    void nothingIsDecodedOfOtherRows() throws IOException {
        byte[] tiff = FILES.get("TIFF none RGB rows").clone();
        int[][] samples = samples(ImageFiles.read(tiff));
        int pixels = tiff.length - 3 * WIDTH * HEIGHT;
        Arrays.fill(tiff, pixels, pixels + 3 * WIDTH * 3, (byte) 99);
        try (ImageFile file = ImageFiles.open(tiff)) {
            assertThat(samples(file.read(0, Slice.ALL, Slice.from(3))))
                    .isDeepEqualTo(Arrays.copyOfRange(samples, 3, HEIGHT));
        }
    }

    @Test
    void readsIntoAnyImageOfTheSameModeAndSize() throws IOException {
        byte[] bytes = FILES.get("PNG RGBA");
        StandardImage expected = StandardImage.from(ImageFiles.read(bytes));
        BufferedImage swing = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        StandardImage large = StandardImage.of(Mode.RGBA, WIDTH + 4, HEIGHT + 2);
        ImageLike within = Views.crop(large, 3, 1, WIDTH, HEIGHT);
        try (ImageFile file = ImageFiles.open(bytes)) {
            file.readInto(0, swing);
            file.readInto(0, within);
        }
        assertThat(Images.sameContent(Images.of(swing), expected)).isTrue();
        assertThat(Images.sameContent(within, expected)).isTrue();
        assertThat(large.get(2, 1).value()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void whatCannotBeReadIntoAnImageLeavesItAsItWas() throws IOException {
        byte[] bytes = FILES.get("PNG RGBA");
        StandardImage before = Samples.random(Mode.RGBA, WIDTH, HEIGHT, 9);
        StandardImage target = StandardImage.from(before);
        try (ImageFile file = ImageFiles.open(bytes)) {
            assertThatThrownBy(() -> file.readInto(0, StandardImage.of(Mode.RGB, WIDTH, HEIGHT)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The frame is a 37×53 RGBA image, and cannot be read into one of 37×53 RGB; read it with"
                                    + " ImageFile.read, and convert it with Images.copy or StandardImage.from"
                                    + " [errors.md#other-mode-or-size]");
            assertThatThrownBy(() -> file.readInto(0, StandardImage.of(Mode.RGBA, HEIGHT, WIDTH)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> file.readInto(0, Views.readOnly(target)))
                    .isInstanceOf(ReadOnlyImageException.class);
            assertThatThrownBy(() -> file.readInto(1, target)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
        try (ImageFile file = ImageFiles.open(half)) {
            assertThatThrownBy(() -> file.readInto(0, target)).isInstanceOf(ImageFormatException.class);
        }
        assertThat(Images.sameContent(target, before)).isTrue();
    }

    @Test
    void aDamagedRowIsNamedWhenItIsAskedFor() throws IOException {
        byte[] png =
                ImageFiles.encode(Samples.random(Mode.RGB, 3000, 1000, 1), WriteOptions.DEFAULTS.withFormat("PNG"));
        byte[] half = Arrays.copyOf(png, png.length / 2);
        try (ImageFile file = ImageFiles.open(half)) {
            ImageLike view = file.view(0);
            int[] row = new int[9000];
            Images.rows(view).read(0, 0, 3000, row, 0);
            assertThatThrownBy(() -> Images.rows(view).read(0, 999, 3000, row, 0))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(
                            "of the array of " + half.length + " bytes cannot be read as PNG: it ends too early");
            assertThatThrownBy(() -> ImageFiles.encode(view, WriteOptions.DEFAULTS.withFormat("PNG")))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageStartingWith("Rows ")
                    .hasMessageEndingWith(" [errors.md#damaged-file]");
            Images.rows(view).read(0, 0, 3000, row, 0); // those above are still there
        }
    }

    @Test
    void limitsHoldForThePart() throws IOException {
        byte[] bytes = FILES.get("PNG RGB");
        ReadOptions small = ReadOptions.DEFAULTS.withMaxBytes(3L * WIDTH * 10);
        try (ImageFile file = ImageFiles.open(bytes, small)) {
            assertThatThrownBy(file::read).isInstanceOf(ImageFormatException.class);
        }
        try (ImageFile file = ImageFiles.open(bytes, ReadOptions.DEFAULTS.withMaxPixels(100))) {
            assertThatThrownBy(() -> file.view(0))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("37×53")
                    .hasMessageEndingWith(" [errors.md#limit-exceeded]");
        }
    }

    @Test
    void aViewEndsWithItsFile() throws IOException {
        ImageLike view;
        try (ImageFile file = ImageFiles.open(
                ImageFiles.encode(Samples.random(Mode.RGB, 3000, 1000, 1), WriteOptions.DEFAULTS.withFormat("PNG")))) {
            view = file.view(0);
        }
        assertThatThrownBy(() -> Images.rows(view).read(0, 999, 3000, new int[9000], 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(" [errors.md#file-closed]");
    }
}
