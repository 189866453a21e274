package org.imageop.verification.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.Stream;
import org.imageop.Copy;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.color.Profiles;
import org.imageop.spi.Losses;
import org.imageop.verification.library.colors.JavaColors;
import org.imageop.verification.matrix.ColorSources.Colored;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of colours handed on to every class: the numbers are those of the image, or those that ColorConvertOp makes of them,
 * and losses tell which.
 */
class ColorMatrixTest {

    static Stream<Arguments> cells() {
        return ColorSources.all().stream()
                .flatMap(colored -> Arrays.stream(Target.values())
                        .flatMap(target -> Stream.of(Copy.IF_NEEDED, Copy.ALWAYS)
                                .map(copy -> Arguments.of(colored, target, copy))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void K5_coloursStayOrTheirLossIsNamed(Colored colored, Target target, Copy copy) {
        Source source = colored.source();
        Transfer<?> transfer = Images.transfer(source.object(), target.type, copy);
        Pixels arrived = target.pixels(transfer.image(), source);
        boolean srgb = source.group().equals("sRGB");
        boolean converted = target == Target.WRITABLE_IMAGE && !transfer.shared() && !srgb;

        assertThat(transfer.losses().contains(Losses.TO_SRGB)).isEqualTo(converted);
        if (converted) {
            assertThat(transfer.losses()).doesNotContain(Losses.PROFILE);
            assertSrgb(colored, (x, y) -> arrived.get(x, y));
            return;
        }
        assertNumbers(colored, target, arrived);
        // a view that asks the image for each pixel leads back to it
        boolean live = Fate.of(source, target, transfer).kind().startsWith("live view");
        boolean keeps = target == Target.STANDARD_IMAGE || live || transfer.image() == source.foreign();
        if (transfer.image() instanceof BufferedImage image) {
            keeps = true;
            // what AWT itself says of the numbers
            assertSrgb(colored, (x, y) -> {
                int rgb = image.getRGB(x, y);
                return new int[] {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
            });
        }
        assertThat(transfer.losses().contains(Losses.PROFILE)).isEqualTo(!keeps && !srgb);
        if (transfer.image() instanceof StandardImage image) {
            byte[] profile = Profiles.of(image).orElseThrow();
            assertThat(JavaColors.converted(colored.numbers(), 8, profile, JavaColors.srgb()))
                    .isEqualTo(colored.inSrgb());
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void K5_aProfileChangesNothingOfWhatIsShared(Colored colored, Target target, Copy copy) {
        Source source = colored.source();
        Transfer<?> transfer = Images.transfer(source.object(), target.type, copy);
        if (source.object() instanceof StandardImage image && image.source().isEmpty()) {
            image.info().clear();
            Transfer<?> plain = Images.transfer(image, target.type, copy);
            assertThat(transfer.shared()).isEqualTo(plain.shared());
            assertThat(transfer.reason()).isEqualTo(plain.reason());
            assertThat(transfer.writable()).isEqualTo(plain.writable());
        }
    }

    private interface Colors {
        int[] at(int x, int y);
    }

    private static void assertSrgb(Colored colored, Colors colors) {
        int[] expected = colored.inSrgb();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int[] found = colors.at(i % WIDTH, i / WIDTH);
            for (int c = 0; c < 3; c++) {
                assertThat(found[c])
                        .as("component %d of pixel %d, %s", c, i, Arrays.toString(found))
                        .isCloseTo(expected[3 * i + c], within(1));
            }
        }
    }

    private static void assertNumbers(Colored colored, Target target, Pixels arrived) {
        int[] numbers = colored.numbers();
        int colors = numbers.length / (WIDTH * HEIGHT);
        int all = colored.source().mode().components();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int[] samples = Arrays.copyOf(Arrays.copyOfRange(numbers, colors * i, colors * (i + 1)), all);
            if (all > colors) {
                samples[colors] = 255;
            }
            assertThat(target.same(colored.source().mode(), samples, arrived, i % WIDTH, i / WIDTH))
                    .as(
                            "pixel %d: %s became %s",
                            i, Arrays.toString(samples), Arrays.toString(arrived.get(i % WIDTH, i / WIDTH)))
                    .isTrue();
        }
    }
}
