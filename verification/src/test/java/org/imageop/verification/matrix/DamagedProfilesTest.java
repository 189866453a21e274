package org.imageop.verification.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import org.imageop.ColorFamily;
import org.imageop.Copy;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.spi.Losses;
import org.imageop.tck.source.OwnProfiles;
import org.imageop.verification.library.colors.JavaColors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles with damage of many kinds, always the same ones: no image with one of them fails to be handed on. */
class DamagedProfilesTest {
    private static final int FEW = 400;
    private static final int MANY = 2000;

    private static final int HEADER = 128;

    private static final List<String> LOSSES =
            List.of(Losses.PROFILE, Losses.TO_SRGB, Losses.colors(ColorFamily.CMYK, ColorFamily.RGB));

    @ParameterizedTest
    @EnumSource(Target.class)
    void K6_aDamagedProfileIsALossAndNothingElse(Target target) {
        handOnAll(FEW, (family, profile, copy) -> handOn(family, profile, target, copy));
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource(Target.class)
    void K6_soItIsAmongThousands(Target target) {
        handOnAll(MANY, (family, profile, copy) -> handOn(family, profile, target, copy));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {RenderedImage.class, WritableRaster.class, java.awt.Image.class, Image.class, PixelBuffer.class})
    void K6_soItIsToOtherClassesOfToolkits(Class<?> type) {
        handOnAll(FEW / 2, (family, profile, copy) -> {
            Transfer<?> transfer = Images.transfer(image(family, profile), type, copy);
            assertThat(transfer.losses()).isSubsetOf(LOSSES);
            if (transfer.image() instanceof RenderedImage drawn) {
                int[] pixel = drawn.getData().getPixel(WIDTH - 1, HEIGHT - 1, (int[]) null);
                assertThat(pixel).containsOnly(100);
                drawn.getColorModel().getRGB(drawn.getData().getDataElements(0, 0, null));
            }
        });
    }

    private interface HandOn {
        void run(ColorFamily family, byte[] profile, Copy copy);
    }

    private static void handOnAll(int count, HandOn action) {
        List<byte[]> whole = List.of(
                JavaColors.srgb(), JavaColors.linear(), OwnProfiles.adobe(), OwnProfiles.grey(1.5), OwnProfiles.cmyk());
        SplittableRandom random = new SplittableRandom(368);
        for (int i = 0; i < count; i++) {
            int base = i % whole.size();
            ColorFamily family = base < 3 ? ColorFamily.RGB : base == 3 ? ColorFamily.GREY : ColorFamily.CMYK;
            byte[] profile = damaged(whole.get(base), random);
            int number = i;
            for (Copy copy : new Copy[] {Copy.IF_NEEDED, Copy.ALWAYS}) {
                assertThatCode(() -> action.run(family, profile, copy))
                        .as("profile %d, of %s, under %s", number, family, copy)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static StandardImage image(ColorFamily family, byte[] profile) {
        StandardImage image = StandardImage.of(Mode.of(family, 8, false), WIDTH, HEIGHT);
        image.map(value -> 100);
        image.info().put(InfoKeys.ICC_PROFILE, profile);
        return image;
    }

    private static void handOn(ColorFamily family, byte[] profile, Target target, Copy copy) {
        StandardImage image = image(family, profile);

        Transfer<?> transfer = Images.transfer(image, target.type, copy);

        assertThat(transfer.losses()).isSubsetOf(LOSSES);
        Pixels arrived = target.pixels(transfer.image(), image.mode(), null);
        int[] pixel = arrived.get(WIDTH - 1, HEIGHT - 1);
        if (!transfer.losses().contains(Losses.TO_SRGB)) {
            int[] samples = image.get(0, 0).value();
            assertThat(target.same(image.mode(), samples, arrived, WIDTH - 1, HEIGHT - 1))
                    .as("%s", Arrays.toString(pixel))
                    .isTrue();
        }
        if (transfer.image() instanceof BufferedImage drawn) {
            // AWT reads a profile when it needs its colours, not before
            drawn.getRGB(WIDTH - 1, HEIGHT - 1);
        }
    }

    /** The colours that the header names stay, so that the profile is one for the mode. */
    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] profile = whole.clone();
        switch (random.nextInt(5)) {
            case 0 -> profile = Arrays.copyOf(profile, random.nextInt(profile.length));
            case 1 -> overwrite(profile, HEADER, 12 + 12 * 9, random);
            case 2 -> overwrite(profile, HEADER, profile.length - HEADER, random);
            case 3 ->
                ByteBuffer.wrap(profile)
                        .putInt(HEADER + 4 * random.nextInt((profile.length - HEADER) / 4), random.nextInt());
            default -> {
                overwrite(profile, 0, 16, random);
                overwrite(profile, 40, HEADER - 40, random);
            }
        }
        return profile;
    }

    private static void overwrite(byte[] profile, int from, int length, SplittableRandom random) {
        for (int count = 1 + random.nextInt(6); count > 0; count--) {
            profile[from + random.nextInt(length)] = (byte) random.nextInt();
        }
    }
}
