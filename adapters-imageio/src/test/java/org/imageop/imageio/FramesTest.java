package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.frames.FrameInfo.Blend;
import org.imageop.imageio.frames.FrameInfo.Disposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as they are in a file, and as they are shown, against what Pillow shows. */
class FramesTest {
    /** A frame as Pillow shows it. */
    record Seen(String file, int frame, ImageSize size, String duration, String loop, String sha256) {}

    static final Map<String, List<Seen>> PILLOW = pillow();

    private static Map<String, List<Seen>> pillow() {
        String table = new String(bytes("pillow.tsv"), StandardCharsets.UTF_8);
        return table.lines()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> new Seen(
                        cells[0],
                        Integer.parseInt(cells[1]),
                        new ImageSize(Integer.parseInt(cells[2]), Integer.parseInt(cells[3])),
                        cells[4],
                        cells[5],
                        cells[6]))
                .collect(Collectors.groupingBy(Seen::file));
    }

    static byte[] bytes(String name) {
        try (InputStream in = FramesTest.class.getResourceAsStream("animations/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> files() {
        return PILLOW.keySet().stream().sorted().toList();
    }

    /** The SHA-256 of the pixels as R, G, B, A, fully transparent ones as zeros. */
    static String sha256(ImageLike image) {
        SampleRows rows = Images.rows(StandardImage.from(image, Mode.RGBA));
        int[] row = new int[4 * image.width()];
        byte[] bytes = new byte[row.length];
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        for (int y = 0; y < image.height(); y++) {
            rows.read(0, y, image.width(), row, 0);
            for (int i = 0; i < row.length; i++) {
                bytes[i] = row[i | 3] == 0 ? 0 : (byte) row[i];
            }
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @ParameterizedTest
    @MethodSource("files")
    void framesAreShownAsPillowShowsThem(String name) throws IOException {
        try (ImageFile file = ImageFiles.open(bytes(name))) {
            List<Seen> seen = PILLOW.get(name);
            assertThat(file.frames()).isEqualTo(seen.size());
            for (Seen each : seen) {
                ImageLike shown = file.composed(each.frame);
                assertThat(shown.size())
                        .as(each.toString())
                        .isEqualTo(each.size)
                        .isEqualTo(file.size());
                assertThat(sha256(shown)).as(each.toString()).isEqualTo(each.sha256);
                assertThat(shown.mode()).isEqualTo(file.mode());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void durationAndLoopAreThoseOfPillow(String name) throws IOException {
        try (ImageFile file = ImageFiles.open(bytes(name))) {
            for (Seen each : PILLOW.get(name)) {
                double duration = file.frame(each.frame).duration();
                assertThat(duration).isEqualTo(each.duration.isEmpty() ? 0 : Double.parseDouble(each.duration));
                for (ImageLike image : List.of(file.read(each.frame), file.composed(each.frame))) {
                    if (file.frames() == 1) {
                        assertThat(image.info()).doesNotContainKeys(InfoKeys.DURATION, InfoKeys.LOOP);
                    } else {
                        assertThat(image.info()).containsEntry(InfoKeys.DURATION, duration);
                        assertThat(image.info()).containsEntry(InfoKeys.LOOP, plays(each));
                    }
                }
            }
        }
    }

    /** Pillow counts the repetitions of GIF files, and has no number where there are none. */
    private static int plays(Seen seen) {
        if (!seen.file.endsWith(".gif") || seen.loop.equals("0")) {
            return Integer.parseInt(seen.loop);
        }
        return seen.loop.isEmpty() ? 1 : Integer.parseInt(seen.loop) + 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"twenty.gif", "moves.png", "hidden.png", "twenty.webp"})
    void theOrderOfQuestionsDoesNotMatter(String name) throws IOException {
        try (ImageFile file = ImageFiles.open(bytes(name))) {
            List<Integer> order = new ArrayList<>();
            for (int round = 0; round < 4; round++) {
                IntStream.range(0, file.frames()).forEach(order::add);
            }
            Collections.shuffle(order, new Random(7));
            for (int frame : order) {
                assertThat(sha256(file.composed(frame)))
                        .isEqualTo(PILLOW.get(name).get(frame).sha256);
            }
        }
    }

    @Test
    void readingGivesTheFirstImageAsItIsShown() throws IOException {
        for (String name : files()) {
            assertThat(sha256(ImageFiles.read(bytes(name))))
                    .isEqualTo(PILLOW.get(name).get(0).sha256);
        }
    }

    @Test
    void framesAreReportedAsTheyAreInTheFile() throws IOException {
        try (ImageFile file = ImageFiles.open(bytes("moves.png"))) {
            assertThat(file.animated()).isTrue();
            assertThat(file.frame(1))
                    .isEqualTo(new FrameInfo(3, 2, new ImageSize(9, 7), 125, Disposal.BACKGROUND, Blend.OVER, false));
            assertThat(file.frame(5).disposal()).isEqualTo(Disposal.BACKGROUND);
            assertThat(file.frame(2).disposal()).isEqualTo(Disposal.PREVIOUS);
            for (int i = 0; i < file.frames(); i++) {
                assertThat(file.read(i).size()).isEqualTo(file.frame(i).size());
            }
        }
        try (ImageFile file = ImageFiles.open(bytes("small-first.gif"))) {
            assertThat(file.size()).isEqualTo(new ImageSize(20, 16));
            assertThat(file.frame(0))
                    .isEqualTo(new FrameInfo(4, 3, new ImageSize(9, 8), 100, Disposal.NONE, Blend.OVER, false));
            assertThat(file.frame(3).disposal()).isEqualTo(Disposal.NONE);
        }
        try (ImageFile file = ImageFiles.open(bytes("hidden.png"))) {
            assertThat(IntStream.range(0, 5).mapToObj(i -> info(file, i).hidden()))
                    .containsExactly(true, false, false, false, false);
        }
    }

    private static FrameInfo info(ImageFile file, int frame) {
        try {
            return file.frame(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only what may be transparent has alpha, whatever single frames have. */
    @Test
    void anAnimationHasTheModeThatItNeeds() throws IOException {
        Map<String, Mode> modes = Map.of(
                "opaque.gif", Mode.RGB,
                "twenty.gif", Mode.RGBA,
                "palette.png", Mode.RGB,
                "grey16.png", Mode.L16,
                "rgb.png", Mode.RGB);
        for (var each : modes.entrySet()) {
            try (ImageFile file = ImageFiles.open(bytes(each.getKey()))) {
                assertThat(file.mode()).as(each.getKey()).isEqualTo(each.getValue());
            }
        }
    }

    @Test
    void imagesOfTheirOwnHaveNeitherPlaceNorDuration() throws IOException {
        byte[] still = ImageFiles.encode(StandardImage.of(Mode.L, 5, 4), WriteOptions.DEFAULTS.withFormat("png"));
        try (ImageFile file = ImageFiles.open(still)) {
            assertThat(file.animated()).isFalse();
            assertThat(file.frame(0)).isEqualTo(FrameInfo.page(new ImageSize(5, 4)));
            assertThat(file.composed(0).info()).doesNotContainKeys(InfoKeys.DURATION, InfoKeys.LOOP);
            assertThatThrownBy(() -> file.frame(1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> file.composed(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    /** A frame that is cut off is refused, and with it those that are laid on it; those before are not. */
    @ParameterizedTest
    @ValueSource(strings = {"twenty.gif", "moves.png", "twenty.webp"})
    void framesBeforeACutAreReadable(String name) throws IOException {
        byte[] whole = bytes(name);
        int complete = 0;
        int refused = 0;
        for (int length = whole.length / 3; length < whole.length; length += 97) {
            try (ImageFile file = ImageFiles.open(Arrays.copyOf(whole, length))) {
                assertThat(file.size()).isEqualTo(PILLOW.get(name).get(0).size);
                for (int i = 0; i < file.frames(); i++) {
                    String expected = PILLOW.get(name).get(i).sha256;
                    try {
                        assertThat(sha256(file.composed(i))).isEqualTo(expected);
                        complete++;
                    } catch (ImageFormatException e) {
                        assertThat(e)
                                .hasMessageStartingWith("Frame " + i + " of ")
                                .hasMessageContaining("errors.md#damaged-file");
                        assertThat(i).isEqualTo(file.frames() - 1);
                        refused++;
                    }
                }
            }
        }
        assertThat(complete).isGreaterThan(30);
        assertThat(refused).isPositive();
    }

    /** The canvas is transparent at first, also where there is an image that is not part of the animation. */
    @Test
    void anImageOutsideOfTheAnimationIsNotBelowItsFrames() throws IOException {
        byte[] file = bytes("hidden.png");
        int control = new String(file, StandardCharsets.ISO_8859_1).indexOf("fcTL", 0);
        int second = new String(file, StandardCharsets.ISO_8859_1).indexOf("fcTL", control + 4);
        // the first frame of the animation becomes the second one, which is smaller
        byte[] shorter = Arrays.copyOf(file, file.length);
        System.arraycopy(file, second - 4, shorter, control - 4, file.length - second + 4);
        byte[] renumbered = renumber(Arrays.copyOf(shorter, file.length - (second - control)));
        try (ImageFile hidden = ImageFiles.open(renumbered)) {
            assertThat(hidden.frame(1).size()).isEqualTo(new ImageSize(9, 7));
            assertThat(hidden.composed(0).get(0, 0).value()[3]).isIn(0, 255);
            ImageLike first = hidden.composed(1);
            for (int y = 0; y < 12; y++) {
                for (int x = 0; x < 16; x++) {
                    if (x < 3 || x >= 12 || y < 2 || y >= 9) {
                        assertThat(first.get(x, y).value()).containsExactly(0, 0, 0, 0);
                    }
                }
            }
        }
    }

    private static byte[] renumber(byte[] png) {
        int number = 0;
        for (int at = 8; at < png.length; ) {
            ByteBuffer chunk = ByteBuffer.wrap(png, at, png.length - at);
            int length = chunk.getInt();
            String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("fcTL") || type.equals("fdAT")) {
                ByteBuffer.wrap(png).putInt(at + 8, number++);
            }
            at += 12 + length;
        }
        return png;
    }

    @Test
    void anImageOfTheWrongPieceIsRefused() throws IOException {
        byte[] file = bytes("moves.png");
        // the number of the first piece of the third frame
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf("fdAT") + 4;
        file[at + 3]++;
        try (ImageFile damaged = ImageFiles.open(file)) {
            assertThat(sha256(damaged.composed(0)))
                    .isEqualTo(PILLOW.get("moves.png").get(0).sha256);
            assertThatThrownBy(() -> damaged.composed(1))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("not in order");
        }
    }

    @Test
    void aCanvasBeyondTheLimitIsRefusedBeforeItIsMade() throws IOException {
        byte[] file = bytes("small-first.gif");
        for (int i = 6; i < 10; i++) {
            file[i] = (byte) 0xff;
        }
        try (ImageFile huge = ImageFiles.open(file)) {
            assertThat(huge.size()).isEqualTo(new ImageSize(65535, 65535));
            assertThatThrownBy(huge::read)
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("65535×65535")
                    .hasMessageEndingWith("[errors.md#limit-exceeded]");
            assertThat(huge.read(0).size()).isEqualTo(new ImageSize(9, 8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"twenty.gif", "moves.png", "twenty.webp"})
    void tooManyFramesAreRefused(String name) throws IOException {
        int frames = PILLOW.get(name).size();
        ReadOptions exact = ReadOptions.DEFAULTS.withMaxFrames(frames);
        ImageFiles.open(bytes(name), exact).close();
        assertThatThrownBy(() -> ImageFiles.open(bytes(name), exact.withMaxFrames(frames - 1)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("more images than the limit of " + (frames - 1))
                .hasMessageEndingWith("ReadOptions.withMaxFrames [errors.md#limit-exceeded]");
    }

    /** Before the first frame there is nothing, so that is what comes back after it. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void afterAFirstFrameThatIsDisposedOfThereIsNothing(int disposal) throws IOException {
        byte[] file = bytes("opaque.gif");
        int control = new String(file, StandardCharsets.ISO_8859_1).indexOf("!\u00f9\4");
        file[control + 3] = (byte) (disposal << 2);
        try (ImageFile disposed = ImageFiles.open(file)) {
            assertThat(disposed.mode()).isEqualTo(Mode.RGBA);
            assertThat(disposed.composed(0).get(0, 0).value()[3]).isEqualTo(255);
            assertThat(disposed.composed(1).get(0, 0).value()).containsExactly(0, 0, 0, 0);
        }
    }

    /** A frame may lie outside of the canvas in part, or altogether. */
    @Test
    void onlyThePartOnTheCanvasIsShown() throws IOException {
        byte[] file = bytes("opaque.gif");
        int second = new String(file, StandardCharsets.ISO_8859_1).indexOf("\u002c\2\0\2\0\7\0\5\0");
        byte[] first;
        try (ImageFile sound = ImageFiles.open(file)) {
            first = sha256(sound.composed(0)).getBytes(StandardCharsets.UTF_8);
        }
        file[second + 1] = 100;
        try (ImageFile outside = ImageFiles.open(file)) {
            assertThat(sha256(outside.composed(1)).getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(first);
        }
        file[second + 1] = 10;
        try (ImageFile atEdge = ImageFiles.open(file)) {
            ImageLike below = atEdge.composed(0);
            ImageLike part = atEdge.read(1);
            ImageLike shown = atEdge.composed(1);
            for (int y = 0; y < 9; y++) {
                for (int x = 0; x < 12; x++) {
                    boolean covered = x >= 10
                            && y >= 2
                            && y < 7
                            && part.get(x - 10, y - 2).value()[3] != 0;
                    int[] expected = covered
                            ? Arrays.copyOf(part.get(x - 10, y - 2).value(), 3)
                            : below.get(x, y).value();
                    assertThat(shown.get(x, y).value()).containsExactly(expected);
                }
            }
        }
    }
}
