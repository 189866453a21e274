package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.imageop.foreign.Photo;
import org.imageop.foreign.PhotoAdapter;
import org.imageop.spi.HandingOn;
import org.imageop.spi.Losses;
import org.junit.jupiter.api.Test;

/** The words that authors and users share: families, arrangements, owners, views to lend, ways back. */
class SharedVocabularyTest {
    private static final int W = 4;
    private static final int H = 3;

    @Test
    void L3_layoutsWhereTwoSamplesAreTheSameBitsAreReadOnly() {
        ByteBuffer bytes = ByteBuffer.allocate(W * H * 3);
        Plane plane = Plane.of(bytes, 0, 1, W);

        assertThat(PixelLayout.of(Mode.RGB, W, H, AlphaType.OPAQUE, plane, plane, plane)
                        .readOnly())
                .isTrue();
        assertThat(PixelLayout.of(Mode.L, W, H, AlphaType.OPAQUE, Plane.of(bytes, 0, 1, 1))
                        .readOnly())
                .isTrue();
        assertThat(PixelLayout.of(Mode.L, W, H, AlphaType.OPAQUE, Plane.of(bytes, 0, 2, 3))
                        .readOnly())
                .as("the first pixel of row 2 is the last one of row 0")
                .isTrue();
        assertThat(PixelLayout.of(Mode.L, W, H, AlphaType.OPAQUE, Plane.of(bytes, 0, 3, 1))
                        .readOnly())
                .as("columns of three samples, one beside the other")
                .isFalse();
        assertThat(PixelLayout.of(
                                Mode.RGB,
                                W,
                                H,
                                AlphaType.OPAQUE,
                                Plane.of(bytes, 2, 3, 3 * W),
                                Plane.of(bytes, 1, 3, 3 * W),
                                Plane.of(bytes, 0, 3, 3 * W))
                        .readOnly())
                .isFalse();
    }

    @Test
    void L18_arrangementsAreNamed() {
        ByteBuffer bytes = ByteBuffer.allocate(W * H * 4);
        PixelLayout bgrx = PixelLayout.interleaved(Mode.RGB, W, H, "BGRX", bytes, 0, W * 4);
        PixelLayout r5g6b5 =
                PixelLayout.packed(Mode.RGB, W, H, "R5G6B5", AlphaType.OPAQUE, ShortBuffer.allocate(W * H), 0, W);
        PixelLayout planar = PixelLayout.of(Mode.YV12, W, 2, bytes);
        PixelLayout ranged = PixelLayout.of(
                Mode.L, W, H, AlphaType.OPAQUE, Plane.ranged(bytes, 0, 1, W, new Plane.Range(-128, 127)));

        assertThat(bgrx.arrangement()).isInstanceOfSatisfying(Arrangement.Interleaved.class, found -> {
            assertThat(found.order()).isEqualTo("BGRX");
            assertThat(found.lineStride()).isEqualTo(W * 4);
        });
        assertThat(r5g6b5.arrangement())
                .isInstanceOfSatisfying(
                        Arrangement.Packed.class,
                        found -> assertThat(found.order()).isEqualTo("R5G6B5"));
        assertThat(planar.arrangement()).isInstanceOf(Arrangement.Planar.class);
        assertThat(ranged.arrangement()).isInstanceOf(Arrangement.Other.class);
    }

    @Test
    void L19_ordersThatDoNotFitAreRefused() {
        ByteBuffer bytes = ByteBuffer.allocate(W * H * 4);

        for (String wrong : List.of("BG", "BGRR", "BGRA", "")) {
            assertThatThrownBy(() -> PixelLayout.interleaved(Mode.RGB, W, H, wrong, bytes, 0, W * 4))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("[errors.md#component-order]");
        }
        assertThatThrownBy(() -> PixelLayout.packed(
                        Mode.RGB, W, H, "R5G5B5", AlphaType.OPAQUE, ShortBuffer.allocate(W * H), 0, W))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("[errors.md#component-order]");
    }

    @Test
    void L20_V11_lentImagesAreSeenAndNotWritten() {
        byte[] array = new byte[W * H];
        StandardImage image = StandardImage.wrap(Mode.L, W, H, array);
        StandardImage computed = StandardImage.computed(Mode.L, W, H, Images.rows(image));

        for (StandardImage lent : List.of(Views.readOnly(image), Views.readOnly(computed))) {
            image.set(1, 2, 77);
            assertThat(lent.get(1, 2).l()).isEqualTo(77);
            assertThat(lent.buffer().readOnly()).isTrue();
            assertThatThrownBy(() -> lent.set(1, 2, 8)).isInstanceOf(ReadOnlyImageException.class);
        }
        PixelLayout layout = image.buffer().layout().orElseThrow().asReadOnly();
        assertThat(layout.memory().orElseThrow().isReadOnly()).isTrue();
        assertThat(array[2 * W + 1]).isEqualTo((byte) 77);
    }

    @Test
    void L21_freedMemoryIsNotTouched() {
        AtomicBoolean open = new AtomicBoolean(true);
        PixelLayout layout = PixelLayout.of(Mode.L, W, H, ByteBuffer.allocateDirect(W * H));
        StandardImage image = StandardImage.wrap(layout.ownedBy(open::get));
        StandardImage view = Views.rotate90(image);
        image.set(0, 0, 5);
        open.set(false);

        assertThatThrownBy(() -> image.get(0, 0).l()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> image.set(0, 0, 6)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> view.map(v -> v)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> StandardImage.from(image, Mode.RGB))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("[errors.md#memory-freed]");
    }

    @Test
    void B11_valuesBeyondTheModeAreRefusedWhereTheyEnter() {
        for (int wrong : new int[] {256, -1, Integer.MIN_VALUE}) {
            SampleRows rows = (x, y, count, samples, offset) -> Arrays.fill(samples, offset, offset + count, wrong);

            assertThatThrownBy(() -> StandardImage.from(StandardImage.computed(Mode.L, W, H, rows)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(" delivered " + wrong + " ")
                    .hasMessageEndingWith("[errors.md#rows-out-of-range]");
            StandardImage wide = StandardImage.computed(Mode.L32, W, H, rows);
            assertThat(wide.get(0, 0).l()).isEqualTo(wrong);
        }
    }

    @Test
    void S11_unwrappingGivesTheObjectBackOrNothing() {
        Photo photo = new Photo(W, new byte[W * H]);
        ImageLike image = new PhotoAdapter().wrap(photo);

        assertThat(Images.unwrap(image, Photo.class)).containsSame(photo);
        assertThat(Images.unwrap(image, ImageLike.class)).containsSame(image);
        assertThat(Images.unwrap(image, String.class)).isEmpty();
        assertThat(Images.unwrap(StandardImage.of(Mode.L, W, H), Photo.class)).isEmpty();
    }

    @Test
    void S12_lossesAreFoundByComparing() {
        StandardImage before = StandardImage.of(Mode.RGBA64, W, H);
        before.info().put(InfoKeys.ICC_PROFILE, new byte[] {1});

        assertThat(Losses.between(before, StandardImage.of(Mode.L, W, H)))
                .containsExactly(
                        Losses.colors(ColorFamily.RGB, ColorFamily.GREY),
                        Losses.ALPHA,
                        Losses.bits(16, 8),
                        Losses.PROFILE);
        assertThat(Losses.between(before, before)).isEmpty();
    }

    @Test
    void A12_oneAdapterSharesUnwrapsAndCopiesAsItIsAllowed() {
        PhotoAdapter adapter = new PhotoAdapter();
        StandardImage image = StandardImage.of(Mode.L, W, H);
        Photo photo = new Photo(W, new byte[W * H]);
        ImageLike column = Views.crop(image, 1, 0, 1, H);

        assertThat(HandingOn.transfer(adapter, adapter.wrap(photo), Copy.NEVER).image())
                .isSameAs(photo);
        assertThat(HandingOn.transfer(adapter, image, Copy.NEVER).shared()).isTrue();
        Transfer<Photo> copied = HandingOn.transfer(adapter, column, Copy.IF_NEEDED);
        assertThat(copied.shared()).isFalse();
        assertThat(copied.reason()).contains("a Photo needs one array of its own");
        assertThatThrownBy(() -> HandingOn.transfer(adapter, column, Copy.NEVER))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageContaining(": a Photo needs one array of its own; allow a copy");
    }

    @Test
    void A13_anObjectWithAnImageIsAcceptedAsIt() {
        StandardImage image = StandardImage.of(Mode.L, W, H);
        ImageProvider provider = () -> image;

        assertThat(Images.of(provider)).isSameAs(image);
        assertThat(Images.isImage(provider)).isTrue();
        assertThat(Images.to(provider, StandardImage.class)).isSameAs(image);
    }

    @Test
    void C13_modesAreFoundByWhatTheyHold() {
        for (Mode mode : Mode.values()) {
            int colors = mode.components() - (mode.hasAlpha() ? 1 : 0);
            assertThat(mode.componentNames().subList(0, colors))
                    .isEqualTo(mode.family().componentNames());
            Mode found = Mode.of(mode.family(), mode.bitsPerComponent(), mode.hasAlpha());
            assertThat(found).isEqualTo(mode == Mode.YV12 ? Mode.JPEG_YV12 : mode);
            assertThat(mode.withoutAlpha().hasAlpha()).isFalse();
            assertThat(mode.componentMode().bitsPerComponent()).isEqualTo(mode.bitsPerComponent());
        }
        assertThat(Mode.RGB.withAlpha()).isEqualTo(Mode.RGBA);
        assertThat(Mode.RGBA.withBits(16)).isEqualTo(Mode.RGBA64);
        assertThatThrownBy(Mode.CMYK::withAlpha)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[L, L16, L32,");
    }

    @Test
    void C14_theNearestModeKeepsMost() {
        Set<Mode> files = EnumSet.of(Mode.L, Mode.L16, Mode.RGB, Mode.RGBA, Mode.CMYK);

        assertThat(Mode.L16.nearestIn(files)).isEqualTo(Mode.L16);
        assertThat(Mode.LA.nearestIn(files)).isEqualTo(Mode.RGBA);
        assertThat(Mode.L32.nearestIn(files)).isEqualTo(Mode.L16);
        assertThat(Mode.RGB48.nearestIn(files)).isEqualTo(Mode.RGB);
        assertThatThrownBy(() -> Mode.RGB.nearestIn(Set.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
