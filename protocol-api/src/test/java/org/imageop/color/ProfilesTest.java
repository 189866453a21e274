package org.imageop.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Map;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.HandingOn;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Losses;
import org.imageop.spi.Sharing;
import org.junit.jupiter.api.Test;

/** Profiles where nobody can convert them: this module has no colour management. */
class ProfilesTest {
    private static byte[] header(String colors) {
        byte[] profile = new byte[132];
        ByteBuffer.wrap(profile).put(16, colors.getBytes()).put(36, "acsp".getBytes());
        return profile;
    }

    private static StandardImage image(Mode mode, byte[] profile) {
        StandardImage image = StandardImage.of(mode, 4, 2);
        image.info().put(InfoKeys.ICC_PROFILE, profile);
        return image;
    }

    /** What a toolkit holds: bytes that are shown as sRGB. */
    private record Shown(StandardImage pixels) {}

    private static final class ShownAdapter implements ImageAdapter<Shown> {
        @Override
        public Class<Shown> type() {
            return Shown.class;
        }

        @Override
        public ImageLike wrap(Shown shown) {
            return StandardImage.wrapping(shown, shown.pixels.buffer().layout().orElseThrow());
        }

        @Override
        public Sharing<Shown> share(ImageLike image) {
            return Sharing.of(
                    new Shown(StandardImage.wrap(image.buffer().layout().orElseThrow())));
        }

        @Override
        public Shown copy(ImageLike image) {
            StandardImage copy = StandardImage.from(image);
            copy.info().clear();
            return new Shown(copy);
        }

        @Override
        public boolean srgbOnly() {
            return true;
        }
    }

    @Test
    void K1_aProfileOfOtherColoursHasNoMeaning() {
        assertThat(Profiles.of(image(Mode.RGB, header("RGB ")))).isPresent();
        assertThat(Profiles.of(image(Mode.YV12, header("RGB ")))).isPresent();
        assertThat(Profiles.of(image(Mode.L16, header("GRAY")))).isPresent();
        assertThat(Profiles.of(image(Mode.CMYK, header("CMYK")))).isPresent();
        assertThat(Profiles.of(image(Mode.RGB, header("GRAY")))).isEmpty();
        assertThat(Profiles.of(image(Mode.LA, header("RGB ")))).isEmpty();
        assertThat(Profiles.of(image(Mode.RGBA, header("CMYK")))).isEmpty();
        assertThat(Profiles.of(image(Mode.RGB, header("Lab ")))).isEmpty();
        StandardImage other = StandardImage.of(Mode.RGB, 2, 2);
        assertThat(Profiles.of(other)).isEmpty();
        other.info().put(InfoKeys.ICC_PROFILE, "not bytes");
        assertThat(Profiles.of(other)).isEmpty();
    }

    @Test
    void K5_sharedNumbersWhoseProfileTheOtherSideIgnoresAreALoss() {
        StandardImage image = image(Mode.RGB, header("RGB "));

        Transfer<Shown> shared = HandingOn.transfer(new ShownAdapter(), image, Copy.NEVER);

        assertThat(shared.shared()).isTrue();
        assertThat(shared.losses()).containsExactly(Losses.PROFILE);
        image.info().clear();
        assertThat(HandingOn.transfer(new ShownAdapter(), image, Copy.NEVER).losses())
                .isEmpty();
        assertThat(Images.transfer(image(Mode.RGB, header("RGB ")), StandardImage.class, Copy.NEVER)
                        .losses())
                .isEmpty();
    }

    @Test
    void K7_withoutTheServiceConversionIsAnError() {
        StandardImage image = image(Mode.RGB, header("RGB "));

        assertThatThrownBy(() -> Profiles.toSrgb(image))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageEndingWith("[errors.md#no-colour-management]");
    }

    @Test
    void K7_withoutTheServiceACopyKeepsTheNumbersAndNamesTheLoss() {
        StandardImage image = image(Mode.RGB, header("RGB "));
        image.set(1, 1, 9, 8, 7);

        Transfer<Shown> copy = HandingOn.transfer(new ShownAdapter(), image, Copy.ALWAYS);

        assertThat(copy.losses()).containsExactly(Losses.PROFILE);
        assertThat(copy.image().pixels().get(1, 1).value()).containsExactly(9, 8, 7);
    }

    @Test
    void K7_imagesWithoutAProfileNeedNoService() {
        StandardImage image = StandardImage.filled(Mode.CMYK, 2, 2, 255, 0, 0, 0);

        assertThat(Profiles.toSrgb(image).get(0, 0).value()).containsExactly(0, 255, 255);
        assertThat(Profiles.isSrgb(image)).isTrue();
        assertThat(Profiles.viewAsSrgb(image)).isSameAs(image);
        assertThat(Profiles.toSrgb(StandardImage.filled(Mode.L32, 1, 1, -1))
                        .get(0, 0)
                        .value())
                .containsExactly(65535);
    }

    @Test
    void K2_onlyTheProfileIsKept() {
        StandardImage image = image(Mode.RGBA, header("RGB "));
        image.info().putAll(Map.of(InfoKeys.COMMENT, "a comment", InfoKeys.GAMMA, 0.45));

        assertThat(StandardImage.from(image, 2, 1).info()).containsOnlyKeys(InfoKeys.ICC_PROFILE);
        assertThat(StandardImage.from(image, Mode.LA).info()).isEmpty();
    }
}
