package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imageop.imageio.FramesTest.PILLOW;
import static org.imageop.imageio.FramesTest.bytes;
import static org.imageop.imageio.FramesTest.sha256;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several images in one file, as they are read again here and by readers of the JDK. */
class FrameWritingTest {
    @TempDir
    private Path folder;

    private static byte[] written(Iterable<?> images, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageFiles.writeFrames(images, out, WriteOptions.DEFAULTS.withFormat(format));
        return out.toByteArray();
    }

    /** All disposals, places and durations are read, and written in another way that shows the same. */
    @ParameterizedTest
    @CsvSource({
        "twenty.gif, GIF", "small-first.gif, GIF", "opaque.gif, GIF", "twenty.webp, GIF", "twenty.gif, PNG",
        "moves.png, PNG", "rgb.png, PNG", "palette.png, PNG", "palette.png, GIF", "small-first.webp, PNG"
    })
    void animationsAreShownAsBefore(String name, String format) throws IOException {
        var seen = PILLOW.get(name);
        try (ImageFile file = ImageFiles.open(bytes(name))) {
            Path copy = folder.resolve("copy");
            WriteResult result =
                    ImageFiles.writeFrames(file.composed(), copy, WriteOptions.DEFAULTS.withFormat(format));
            assertThat(result.format()).isEqualTo(format);
            assertThat(result.bytes()).isEqualTo(Files.size(copy));
            assertThat(result.mode()).isEqualTo(file.mode());
            boolean rounded = name.equals("palette.png") && format.equals("GIF");
            assertThat(result.losses()).containsExactlyElementsOf(rounded ? List.of("info duration") : List.of());
            try (ImageFile again = ImageFiles.open(copy)) {
                assertThat(again.mode()).isEqualTo(file.mode());
                assertThat(again.frames()).isEqualTo(seen.size());
                for (int i = 0; i < seen.size(); i++) {
                    ImageLike shown = again.composed(i);
                    assertThat(sha256(shown))
                            .as("frame " + i)
                            .isEqualTo(seen.get(i).sha256());
                    assertThat(shown.info())
                            .containsEntry(InfoKeys.LOOP, file.info().get(InfoKeys.LOOP));
                    if (!rounded) {
                        assertThat(shown.info())
                                .containsEntry(InfoKeys.DURATION, file.frame(i).duration());
                    }
                }
            }
        }
    }

    /** What the JDK's reader and Java2D make of a GIF file, by the rules of GIF written a second time. */
    private static List<BufferedImage> shownByJdk(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        List<BufferedImage> shown = new ArrayList<>();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            IIOMetadataNode stream =
                    (IIOMetadataNode) reader.getStreamMetadata().getAsTree("javax_imageio_gif_stream_1.0");
            IIOMetadataNode screen = node(stream, "LogicalScreenDescriptor");
            BufferedImage canvas = new BufferedImage(
                    number(screen, "logicalScreenWidth"),
                    number(screen, "logicalScreenHeight"),
                    BufferedImage.TYPE_INT_ARGB);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                IIOMetadataNode tree =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode place = node(tree, "ImageDescriptor");
                BufferedImage frame = reader.read(i);
                Graphics2D graphics = canvas.createGraphics();
                int x = number(place, "imageLeftPosition");
                int y = number(place, "imageTopPosition");
                graphics.drawImage(frame, x, y, null);
                BufferedImage copy = new BufferedImage(canvas.getWidth(), canvas.getHeight(), canvas.getType());
                copy.setData(canvas.getRaster());
                shown.add(copy);
                String disposal = node(tree, "GraphicControlExtension").getAttribute("disposalMethod");
                assertThat(disposal).isIn("doNotDispose", "restoreToBackgroundColor");
                if (disposal.equals("restoreToBackgroundColor")) {
                    graphics.setComposite(AlphaComposite.Clear);
                    graphics.fillRect(x, y, frame.getWidth(), frame.getHeight());
                }
                graphics.dispose();
            }
        }
        return shown;
    }

    private static IIOMetadataNode node(IIOMetadataNode tree, String name) {
        return (IIOMetadataNode) tree.getElementsByTagName(name).item(0);
    }

    private static int number(IIOMetadataNode node, String name) {
        return Integer.parseInt(node.getAttribute(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"twenty.gif", "small-first.gif", "opaque.gif", "palette.png"})
    void writtenGifsAreShownByOtherReaders(String name) throws IOException {
        try (ImageFile file = ImageFiles.open(bytes(name))) {
            List<BufferedImage> shown = shownByJdk(written(file.composed(), "GIF"));
            assertThat(shown).hasSize(file.frames());
            for (int i = 0; i < shown.size(); i++) {
                assertThat(sha256(AwtImages.wrap(shown.get(i))))
                        .isEqualTo(PILLOW.get(name).get(i).sha256());
            }
        }
    }

    @Test
    void deepAnimationsKeepTheirBits() throws IOException {
        Random random = new Random(5);
        for (Mode mode : List.of(Mode.L16, Mode.LA32, Mode.RGB48, Mode.RGBA64, Mode.LA)) {
            List<StandardImage> frames = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                StandardImage frame = i == 0 ? StandardImage.of(mode, 7, 6) : StandardImage.from(frames.get(i - 1));
                for (int k = 0; k < 5; k++) {
                    int[] pixel = random.ints(mode.components(), 0, (int) mode.maxValue() + 1)
                            .toArray();
                    frame.set(random.nextInt(7), random.nextInt(6), pixel);
                }
                frame.info().put(InfoKeys.DURATION, 40.5 + i);
                frames.add(frame);
            }
            try (ImageFile file = ImageFiles.open(written(frames, "png"))) {
                assertThat(file.mode()).isEqualTo(mode);
                for (int i = 0; i < 4; i++) {
                    assertThat(Images.sameContent(file.composed(i), frames.get(i)))
                            .isTrue();
                    assertThat(file.frame(i).duration()).isEqualTo(40.5 + i);
                }
            }
        }
    }

    /** Readers that do not know APNG see the first frame, and every checksum is right. */
    @Test
    void anAnimatedPngIsAPng() throws IOException {
        byte[] png;
        try (ImageFile file = ImageFiles.open(bytes("moves.png"))) {
            png = written(file.composed(), "png");
        }
        assertThat(sha256(AwtImages.wrap(ImageIO.read(new ByteArrayInputStream(png)))))
                .isEqualTo(PILLOW.get("moves.png").get(0).sha256());
        List<String> types = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(png).position(8);
        while (all.hasRemaining()) {
            int length = all.getInt();
            CRC32 crc = new CRC32();
            crc.update(png, all.position(), 4 + length);
            types.add(new String(png, all.position(), 4, StandardCharsets.US_ASCII));
            all.position(all.position() + 4 + length);
            assertThat(all.getInt()).isEqualTo((int) crc.getValue());
        }
        assertThat(types.subList(0, 4)).containsExactly("IHDR", "acTL", "fcTL", "IDAT");
        assertThat(types).endsWith("IEND").containsOnlyOnce("IEND", "acTL");
    }

    @Test
    void pagesNeedNotBeAlike() throws IOException {
        List<ImageLike> pages = new ArrayList<>();
        for (Mode mode : List.of(Mode.L, Mode.RGB, Mode.RGBA64, Mode.CMYK, Mode.L32, Mode.LA)) {
            StandardImage page = StandardImage.of(mode, 5 + pages.size(), 9 - pages.size());
            page.set(1, 1, new int[mode.components()]);
            page.set(2, 2, mode.black());
            page.info().put(InfoKeys.DPI, List.of(100.0 + pages.size(), 200.0));
            pages.add(page);
        }
        Path path = folder.resolve("pages.tif");
        WriteResult result = ImageFiles.writeFrames(pages, path);
        assertThat(result.losses()).isEmpty();
        try (ImageFile file = ImageFiles.open(path)) {
            assertThat(file.frames()).isEqualTo(6);
            assertThat(file.animated()).isFalse();
            for (int i = 0; i < 6; i++) {
                assertThat(Images.sameContent(file.read(i), pages.get(i)))
                        .as("page " + i)
                        .isTrue();
                assertThat(file.read(i).info()).containsEntry(InfoKeys.DPI, List.of(100.0 + i, 200.0));
            }
        }
        ImageReader jdk = ImageIO.getImageReadersByFormatName("tiff").next();
        while (!jdk.getClass().getName().startsWith("com.sun")) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
            while (readers.hasNext() && !jdk.getClass().getName().startsWith("com.sun")) {
                jdk = readers.next();
            }
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            jdk.setInput(in);
            assertThat(jdk.getNumImages(true)).isEqualTo(6);
            assertThat(jdk.getWidth(5)).isEqualTo(10);
            assertThat(Images.sameContent(AwtImages.wrap(jdk.read(1)), pages.get(1)))
                    .isTrue();
        }
    }

    /** The same object may be drawn on for each frame, as a canvas is. */
    @Test
    void imagesAreTakenOneByOne() throws IOException {
        StandardImage canvas = StandardImage.of(Mode.L, 8, 8);
        List<String> log = new ArrayList<>();
        Iterable<ImageLike> painted = () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < 5;
            }

            @Override
            public ImageLike next() {
                canvas.set(next, next, 200 + next);
                log.add("draw " + next++);
                return canvas;
            }
        };
        for (String format : List.of("gif", "png", "tiff")) {
            canvas.map(v -> 0);
            try (ImageFile file = ImageFiles.open(written(painted, format))) {
                assertThat(file.frames()).isEqualTo(5);
                for (int i = 0; i < 5; i++) {
                    ImageLike shown = file.composed(i);
                    for (int k = 0; k < 5; k++) {
                        assertThat(shown.get(k, k).value()).containsExactly(k <= i ? 200 + k : 0);
                    }
                }
            }
        }
        assertThat(log).hasSize(15);
    }

    private static List<StandardImage> greys(int count) {
        List<StandardImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(StandardImage.filled(Mode.L, 6, 5, 20 * i));
        }
        return images;
    }

    /** The number of frames is known of a collection, and of an open file, whose frames are not decoded for it. */
    @ParameterizedTest
    @ValueSource(strings = {"GIF", "PNG", "TIFF"})
    void progressHearsOfEachFrame(String format) throws IOException {
        List<StandardImage> images = greys(4);
        assertThat(progress(images, format)).hasSize(5).satisfies(all -> {
            for (int i = 0; i < 4; i++) {
                assertThat(all.get(i)).isBetween((i + 0.9) / 4, (i + 1.0) / 4);
            }
        });
        assertThat(progress((Iterable<StandardImage>) images::iterator, format))
                .containsExactly(1 / 2.0, 2 / 3.0, 3 / 4.0, 4 / 5.0, 1.0);
        try (ImageFile file = ImageFiles.open(written(images, format))) {
            assertThat(progress(file.composed(), format)).isEqualTo(progress(images, format));
        }
    }

    private static List<Double> progress(Iterable<?> images, String format) throws IOException {
        List<Double> heard = new ArrayList<>();
        WriteOptions options = WriteOptions.DEFAULTS.withFormat(format).withProgress(heard::add);
        ImageFiles.writeFrames(images, new ByteArrayOutputStream(), options);
        return heard;
    }

    @Test
    void writingEndsBetweenFrames() throws IOException {
        Path path = Files.writeString(folder.resolve("old.gif"), "old");
        List<StandardImage> taken = new ArrayList<>();
        Iterable<StandardImage> images =
                () -> greys(9).stream().peek(taken::add).iterator();
        WriteOptions options = WriteOptions.DEFAULTS.withProgress(fraction -> taken.size() < 4);
        assertThatThrownBy(() -> ImageFiles.writeFrames(images, path, options))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessageEndingWith("[errors.md#cancelled]");
        assertThat(taken).hasSize(4);
        assertThat(path).hasContent("old");
    }

    @Test
    void channelsAndStreamsOfImageIoGetTheSameBytes() throws IOException {
        WriteOptions gif = WriteOptions.DEFAULTS.withFormat("GIF");
        byte[] expected = written(greys(3), "GIF");
        ByteArrayOutputStream channel = new ByteArrayOutputStream();
        ImageFiles.writeFrames(greys(3), Channels.newChannel(channel), gif);
        assertThat(channel.toByteArray()).isEqualTo(expected);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(stream)) {
            out.write(7);
            ImageFiles.writeFrames(greys(3), out, gif);
            assertThat(out.getStreamPosition()).isEqualTo(expected.length + 1L);
        }
        assertThat(stream.toByteArray()).startsWith(7).endsWith(expected).hasSize(expected.length + 1);
    }

    /** A PNG file has one palette, and the colours of later frames are not known when it is written. */
    @Test
    void framesOfFewColoursNeedNoCommonPalette() throws IOException {
        List<StandardImage> images = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 3; i++) {
            StandardImage image = StandardImage.of(Mode.RGB, 30, 20);
            for (int y = 0; y < 20; y++) {
                for (int x = 0; x < 30; x++) {
                    image.set(x, y, random.nextInt(256), random.nextInt(256), 80 * i);
                }
            }
            images.add(image);
        }
        Path path = folder.resolve("few.png");
        WriteResult result = ImageFiles.writeFrames(images, path, WriteOptions.DEFAULTS.withColors(6));
        assertThat(result.losses()).containsExactly("more than 6 colours → 6", "palette");
        try (ImageFile file = ImageFiles.open(path)) {
            for (int i = 0; i < 3; i++) {
                Set<List<Integer>> colors = new HashSet<>();
                ImageLike shown = file.composed(i);
                for (int y = 0; y < 20; y++) {
                    for (int x = 0; x < 30; x++) {
                        int[] pixel = shown.get(x, y).value();
                        colors.add(List.of(pixel[0], pixel[1], pixel[2]));
                    }
                }
                assertThat(colors).as("frame %d", i).hasSizeBetween(4, 6);
                int blue = 80 * i;
                assertThat(colors).allMatch(color -> color.get(2) == blue);
            }
        }
    }

    @Test
    void oneImageIsAStillImage() throws IOException {
        StandardImage image = StandardImage.filled(Mode.L, 6, 5, 77);
        image.info().put(InfoKeys.DURATION, 40.0);
        for (String format : List.of("gif", "png", "tiff", "bmp")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            WriteResult result = ImageFiles.writeFrames(List.of(image), out, WriteOptions.DEFAULTS.withFormat(format));
            assertThat(result.losses()).contains("info duration");
            assertThat(out.toByteArray()).isEqualTo(ImageFiles.encode(image, WriteOptions.DEFAULTS.withFormat(format)));
        }
    }

    @Test
    void whatAFileDoesNotHoldIsRefused() throws IOException {
        Path path = Files.writeString(folder.resolve("old.gif"), "old");
        StandardImage rgb = StandardImage.of(Mode.RGB, 4, 3);
        StandardImage grey = StandardImage.of(Mode.L, 4, 3);
        StandardImage wide = StandardImage.of(Mode.RGB, 5, 3);
        assertThatThrownBy(() -> ImageFiles.writeFrames(List.of(), path))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageEndingWith("a file has at least one [errors.md#no-frames]");
        assertThatThrownBy(() -> ImageFiles.writeFrames(List.of(rgb, wide), path))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("a frame has 5×3 pixels, and the first one 4×3")
                .hasMessageEndingWith("[errors.md#frames-differ]");
        assertThatThrownBy(() -> ImageFiles.writeFrames(List.of(rgb, grey), folder.resolve("a.png")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("a frame has the mode L, and the first one RGB")
                .hasMessageEndingWith("[errors.md#frames-differ]");
        assertThatThrownBy(() -> ImageFiles.writeFrames(List.of(rgb, rgb), folder.resolve("a.jpg")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("JPEG files hold one image; PNG, GIF, TIFF hold several")
                .hasMessageEndingWith("[errors.md#one-image-only]");
        assertThatThrownBy(() -> ImageFiles.writeFrames(List.of(rgb, "text"), path))
                .isInstanceOf(org.imageop.UnsupportedImageException.class);
        IOException own = new IOException("mine");
        Iterable<ImageLike> failing = () -> {
            throw new UncheckedIOException(own);
        };
        assertThatThrownBy(() -> ImageFiles.writeFrames(failing, path)).isSameAs(own);
        assertThat(path).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    /** Metadata of an animation are the first image's; each page has its own. */
    @Test
    void metadataAreKept() throws IOException {
        byte[] exif = {
            'I',
            'I',
            42,
            0,
            8,
            0,
            0,
            0,
            1,
            0,
            0x69,
            (byte) 0x87,
            4,
            0,
            1,
            0,
            0,
            0,
            26,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            // ExposureTime 1/500
            1,
            0,
            (byte) 0x9a,
            (byte) 0x82,
            5,
            0,
            1,
            0,
            0,
            0,
            44,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            1,
            0,
            0,
            0,
            (byte) 0xf4,
            1,
            0,
            0
        };
        for (String format : List.of("gif", "png", "tiff")) {
            List<StandardImage> frames = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                StandardImage frame = StandardImage.filled(Mode.RGB, 40, 30, i, 200, 7);
                frame.info().put(InfoKeys.COMMENT, "number " + i);
                if (!format.equals("gif")) {
                    frame.info().put(InfoKeys.DPI, List.of(300.0, 300.0));
                    frame.info().put(InfoKeys.EXIF, exif);
                }
                frames.add(frame);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            WriteResult result = ImageFiles.writeFrames(frames, out, WriteOptions.DEFAULTS.withFormat(format));
            assertThat(result.losses()).as(format).isEmpty();
            try (ImageFile file = ImageFiles.open(out.toByteArray())) {
                for (int i = 0; i < 3; i++) {
                    assertThat(file.composed(i).info())
                            .containsEntry(InfoKeys.COMMENT, "number " + (format.equals("tiff") ? i : 0));
                    assertThat(file.composed(i).info().containsKey(InfoKeys.EXIF))
                            .isEqualTo(!format.equals("gif"));
                }
            }
        }
    }

    @Test
    void durationsOfGifsAreHundredths() throws IOException {
        List<StandardImage> frames = new ArrayList<>();
        for (double duration : new double[] {40, 33.3, 4, 1e7}) {
            StandardImage frame = StandardImage.filled(Mode.L, 2, 2, frames.size());
            frame.info().put(InfoKeys.DURATION, duration);
            frames.add(frame);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WriteResult result = ImageFiles.writeFrames(frames, out, WriteOptions.DEFAULTS.withFormat("gif"));
        assertThat(result.losses()).containsExactly("info duration");
        try (ImageFile file = ImageFiles.open(out.toByteArray())) {
            assertThat(file.frame(0).duration()).isEqualTo(40);
            assertThat(file.frame(1).duration()).isEqualTo(30);
            assertThat(file.frame(2).duration()).isEqualTo(0);
            assertThat(file.frame(3).duration()).isEqualTo(655350);
            assertThat(file.size()).isEqualTo(new ImageSize(2, 2));
        }
    }
}
