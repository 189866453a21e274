package org.imageop.verification.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import java.io.IOException;
import java.nio.ReadOnlyBufferException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of image turned into every class, under every {@link Copy}: what arrives, whether it is shared, and that what {@link
 * Transfer} reports is true. Each side is read and written through its own means; sharing is proved by writing on one side
 * and reading on the other. JavaFX takes part without its toolkit.
 */
class SharingMatrixTest {

    static List<Source> sources() throws IOException {
        List<Source> sources = new ArrayList<>(MemorySources.all());
        sources.addAll(AwtSources.all());
        sources.addAll(FxSources.all());
        sources.addAll(ImgLib2Sources.all());
        sources.addAll(MatSources.all());
        sources.addAll(ImageJSources.all());
        for (Source source : sources) {
            if (source.writable()) {
                source.scattered();
            }
        }
        sources.addAll(FileSources.all());
        return sources;
    }

    static Stream<Arguments> cells() throws IOException {
        return sources().stream()
                .flatMap(source -> Arrays.stream(Target.values()).map(target -> Arguments.of(source, target)));
    }

    /** The cells that are shared, of sources that can be asked for by their class. */
    static Stream<Arguments> thereAndBack() throws IOException {
        return cells().filter(cell -> {
            Source source = (Source) cell.get()[0];
            Target target = (Target) cell.get()[1];
            Fate fate = Fate.of(source, target, Images.transfer(source.object(), target.type, Copy.IF_NEEDED));
            // AWT itself has no range: it takes numbers back only where it is unwrapped
            boolean returns = source.numbers() == null || home(source) == Target.STANDARD_IMAGE;
            return fate.kind().equals("shared") && returns && home(source) != Target.RANDOM_ACCESSIBLE_INTERVAL;
        });
    }

    /** The class that the source has, or that is nearest to it. */
    private static Target home(Source source) {
        Object object = source.foreign();
        return Arrays.stream(Target.values())
                .filter(each -> each.type.isInstance(object))
                .findFirst()
                .orElse(Target.STANDARD_IMAGE);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void ifNeededSharesOrCopiesAndSaysWhich(Source source, Target target) {
        Transfer<?> transfer = Images.transfer(source.object(), target.type, Copy.IF_NEEDED);

        assertThat(transfer.image()).isInstanceOf(target.type);
        if (Fate.isItself(source, transfer.image())) {
            assertThat(transfer.shared()).isTrue();
            return;
        }
        Pixels arrived = target.pixels(transfer.image(), source);
        assertSamePixels(source, target, arrived);
        if (transfer.shared()) {
            assertThat(transfer.losses()).isEmpty();
            assertShared(source, target, arrived, transfer.writable());
        } else {
            assertThat(transfer.reason())
                    .hasValueSatisfying(reason -> assertThat(reason).isNotBlank());
            assertLosses(source, arrived, transfer);
            assertIndependent(source, target, arrived);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void neverSharesLikewiseOrRefusesForTheSameReason(Source source, Target target) {
        Transfer<?> ifNeeded = Images.transfer(source.object(), target.type, Copy.IF_NEEDED);
        if (!ifNeeded.shared()) {
            assertThatThrownBy(() -> Images.transfer(source.object(), target.type, Copy.NEVER))
                    .isInstanceOf(CopyRequiredException.class)
                    .message()
                    .hasSizeGreaterThan(40)
                    .contains(source.mode().name());
            if (target != Target.RANDOM_ACCESSIBLE_INTERVAL) {
                assertThatThrownBy(() -> Images.transfer(source.object(), target.type, Copy.NEVER))
                        .hasMessageContaining(ifNeeded.reason().orElseThrow());
            }
            return;
        }
        Transfer<?> transfer = Images.transfer(source.object(), target.type, Copy.NEVER);
        assertThat(transfer.shared()).isTrue();
        assertThat(transfer.writable()).isEqualTo(ifNeeded.writable());
        if (!Fate.isItself(source, transfer.image())) {
            Pixels arrived = target.pixels(transfer.image(), source);
            assertSamePixels(source, target, arrived);
            assertShared(source, target, arrived, transfer.writable());
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void alwaysCopies(Source source, Target target) {
        Transfer<?> transfer = Images.transfer(source.object(), target.type, Copy.ALWAYS);

        assertThat(transfer.shared()).isFalse();
        assertThat(transfer.writable()).isTrue();
        if (Images.transfer(source.object(), target.type, Copy.IF_NEEDED).shared()) {
            assertThat(transfer.reason()).isEqualTo(Optional.of("a copy was asked for"));
        }
        assertThat(Fate.isItself(source, transfer.image())).isFalse();
        Pixels arrived = target.pixels(transfer.image(), source);
        assertSamePixels(source, target, arrived);
        assertLosses(source, arrived, transfer);
        assertIndependent(source, target, arrived);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void roundTripsHandBackTheOriginal(Source source) {
        ImageLike accepted = Images.of(source.object());
        Object original = source.foreign();

        assertThat((Object) Images.to(accepted, original.getClass())).isSameAs(original);
        assertThat((Object) Images.to(Images.to(source.object(), ImageLike.class), original.getClass()))
                .isSameAs(original);
        StandardImage standard = Images.to(source.object(), StandardImage.class);
        assertThat(Images.to(standard, StandardImage.class)).isSameAs(standard);
        if (accepted instanceof StandardImage) {
            assertThat((Object) Images.to(standard, original.getClass())).isSameAs(original);
        }
    }

    /** Another foreign class does not reveal what it was made of, but its memory still is the same, whatever class comes next. */
    @ParameterizedTest
    @MethodSource("thereAndBack")
    void sharedMemoryStaysSharedOnTheWayBack(Source source, Target target) {
        Transfer<?> there = Images.transfer(source.object(), target.type, Copy.NEVER);
        ImageLike between =
                there.image() instanceof RandomAccessibleInterval<?> pixels && !(pixels.getType() instanceof ARGBType)
                        ? Target.wrapped(pixels, source.mode(), source.numbers())
                        : Images.of(there.image());
        Target home = home(source);
        Transfer<?> back = Images.transfer(between, home.type, Copy.NEVER);

        Pixels arrived = home.pixels(back.image(), source);
        assertSamePixels(source, home, arrived);
        assertShared(source, home, arrived, back.writable());
    }

    /** The same ints in Swing, JavaFX and ImgLib2 at once: each shows what any other writes. */
    @Test
    void oneCanvasOpensEverywhere() {
        StandardImage canvas = StandardImage.canvas(WIDTH, HEIGHT);
        List<Pixels> sides = new ArrayList<>(List.of(new ProtocolPixels(canvas)));
        // ImageJ knows no alpha
        for (Target target : EnumSet.complementOf(EnumSet.of(Target.IMAGE_PROCESSOR))) {
            Object image = Images.transfer(canvas, target.type, Copy.NEVER).image();
            sides.add(target.pixels(image, Mode.RGBA, null));
        }
        SplittableRandom random = new SplittableRandom(368);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (Pixels writer : sides) {
                    writer.scatter(x, y, Mode.RGBA, random);
                    int[] written = writer.get(x, y);
                    for (Pixels reader : sides) {
                        assertThat(reader.get(x, y)).isEqualTo(written);
                    }
                }
            }
        }
    }

    /** Newer versions of Java share the memory of OpenCV's own Mat, of which the document has what holds everywhere. */
    @Test
    @EnabledForJreRange(max = JRE.JAVA_21)
    void theDocumentIsWhatWasMeasured() throws IOException {
        SharingDocument.check(sources());
    }

    private static void assertSamePixels(Source source, Target target, Pixels arrived) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertSame(source, target, arrived, x, y);
            }
        }
    }

    private static void assertSame(Source source, Target target, Pixels arrived, int x, int y) {
        int[] samples = source.own().get(x, y);
        assertThat(target.same(source.mode(), samples, arrived, x, y))
                .as("pixel (%d, %d): %s became %s", x, y, Arrays.toString(samples), Arrays.toString(arrived.get(x, y)))
                .isTrue();
    }

    private static void assertShared(Source source, Target target, Pixels arrived, boolean writable) {
        int x = WIDTH - 2;
        int y = HEIGHT - 1;
        int[] before = source.own().get(x, y);
        if (writable) {
            arrived.set(x, y, other(source, arrived.get(x, y)));
            assertThat(source.own().get(x, y)).isNotEqualTo(before);
            assertSame(source, target, arrived, x, y);
        } else if (target != Target.WRITABLE_IMAGE) {
            assertThatThrownBy(() -> arrived.set(x, y, other(source, arrived.get(x, y))))
                    .isInstanceOf(ReadOnlyBufferException.class);
            assertThat(source.own().get(x, y)).isEqualTo(before);
        }
        if (source.writable()) {
            int[] seen = arrived.get(1, 2);
            source.own().set(1, 2, other(source, source.own().get(1, 2)));
            assertThat(arrived.get(1, 2)).isNotEqualTo(seen);
            assertSame(source, target, arrived, 1, 2);
        }
    }

    private static void assertIndependent(Source source, Target target, Pixels arrived) {
        int[] before = source.own().get(2, 1);
        arrived.set(2, 1, other(source, arrived.get(2, 1)));
        assertThat(source.own().get(2, 1)).isEqualTo(before);
        assertThat(target.same(source.mode(), before, arrived, 2, 1)).isFalse();
        if (source.writable()) {
            int[] seen = arrived.get(3, 1);
            source.own().set(3, 1, other(source, source.own().get(3, 1)));
            assertThat(arrived.get(3, 1)).isEqualTo(seen);
        }
    }

    /** Another colour that every form of memory and palette here has a place for. */
    private static int[] other(Source source, int... samples) {
        Mode mode = source.mode();
        if (mode.planar()) {
            // chroma stays one colour, see MemoryPixels
            int[] luma = samples.clone();
            luma[0] = samples[0] == 255 ? 0 : 255;
            return luma;
        }
        int[] high = new int[samples.length];
        // -1 is the largest of 32 bits
        Arrays.fill(high, samples.length == mode.components() ? (int) mode.maxValue() : 255);
        if (!Arrays.equals(samples, high)) {
            return high;
        }
        int[] low = new int[samples.length];
        if (samples.length == 4 && mode.components() < 4) {
            low[3] = 255;
        }
        return low;
    }

    /** A colour that cannot be found from the result was lost, and the loss must have been reported. */
    private static void assertLosses(Source source, Pixels arrived, Transfer<?> transfer) {
        int bits = source.mode().bitsPerComponent();
        if (arrived instanceof FxPixels) {
            if (bits > 8) {
                assertThat(transfer.losses())
                        .containsAnyOf(bits + " → 8 bits per component", "numbers of a range → 8 bits per component");
            }
            if (!intact(source, arrived)) {
                assertThat(transfer.losses()).isNotEmpty();
            }
        } else if (source.mode().planar() && !(arrived instanceof ProtocolPixels)) {
            assertThat(transfer.losses()).isNotEmpty();
        }
    }

    private static boolean intact(Source source, Pixels arrived) {
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int[] samples = source.own().get(i % WIDTH, i / WIDTH);
            boolean plain = source.mode().bitsPerComponent() == 8 && samples.length <= 4;
            if (!plain || !Arrays.equals(arrived.get(i % WIDTH, i / WIDTH), Target.rgba(source.mode(), samples))) {
                return false;
            }
        }
        // of inks and of luma and chroma, several are the same colour
        return source.mode() != Mode.CMYK && !source.mode().planar();
    }
}
