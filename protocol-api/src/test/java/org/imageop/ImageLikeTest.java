package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.imageop.outside.MinimalImage;
import org.junit.jupiter.api.Test;

/** What every image has: attributes, metadata, identity; and what planar images do not have. */
class ImageLikeTest {

    @Each.Image
    void P17_modeIsAModeAndStaysTheSame(Fixture fixture) {
        ImageLike image = fixture.make().image();
        assertThat(image.mode()).isSameAs(fixture.mode()).isSameAs(image.mode());
    }

    @Each.Image
    void P18_sizeIsAnImageSizeOfAtLeastOne(Fixture fixture) {
        ImageLike image = fixture.make().image();
        assertThat(image.size()).isEqualTo(new ImageSize(fixture.width(), fixture.height()));
        assertThat(image.size().get(0))
                .isPositive()
                .isEqualTo(image.size().width())
                .isEqualTo(image.width());
        assertThat(image.size().get(1))
                .isPositive()
                .isEqualTo(image.size().height())
                .isEqualTo(image.height());
    }

    @Each.Image
    void P25_infoTakesAnything(Fixture fixture) {
        Map<String, Object> info = fixture.make().image().info();
        Object thing = new Object();
        info.put("anything", thing);
        assertThat(info).containsExactlyEntriesOf(Map.of("anything", thing));
    }

    @Each.Image
    void P26_AMB10_newImagesAreStandardImagesWithEmptyInfo(Fixture fixture) {
        ImageLike image = fixture.make().image();
        image.info().put("dpi", List.of(72.0, 72.0));
        List<ImageLike> made = new java.util.ArrayList<>(image.split());
        made.addAll(List.of(
                image.rotate90(),
                image.rotate180(),
                image.rotate270(),
                image.plane(image.componentNames().get(0))));
        if (!image.planar()) {
            made.addAll(List.of(
                    image.get(Slice.ALL),
                    image.get(Slice.ALL, 0),
                    image.get(0, Slice.ALL),
                    image.line(0).get(Slice.ALL)));
        }
        for (ImageLike each : made) {
            assertThat(each).isInstanceOf(StandardImage.class);
            assertThat(each.info()).isEmpty();
            each.info().put("a", 1);
        }
        assertThat(image.info()).containsOnlyKeys("dpi");
    }

    @Each.Image
    void P27_shortcutsEqualTheModesAttributes(Fixture fixture) {
        ImageLike image = fixture.make().image();
        Mode mode = fixture.mode();
        assertThat(image.bitsPerComponent()).isEqualTo(mode.bitsPerComponent());
        assertThat(image.componentNames()).isEqualTo(mode.componentNames());
        assertThat(image.components()).isEqualTo(mode.components());
        assertThat(image.intervals()).isEqualTo(mode.intervals());
        assertThat(image.planar()).isEqualTo(mode.planar());
        assertThat(image.subsampling()).isEqualTo(mode.subsampling());
        if (mode.planar()) {
            assertThatThrownBy(image::bytesPerPixel).isInstanceOf(UnsupportedOperationException.class);
        } else {
            assertThat(image.bytesPerPixel()).isEqualTo(mode.bytesPerPixel());
        }
    }

    @Each.WritableImage
    void P28_modeSizeAndStorageNeverChange(Fixture fixture) {
        Subject subject = fixture.make();
        ImageBuffer early = subject.image().buffer();
        Mode mode = subject.image().mode();
        ImageSize size = subject.image().size();
        subject.image().map(v -> v / 2);
        subject.image().clip();
        subject.image().buffer().set(0, 77);
        assertThat(subject.image().mode()).isSameAs(mode);
        assertThat(subject.image().size()).isEqualTo(size);
        assertThat(early.get(Slice.ALL)).isEqualTo(subject.image().buffer().get(Slice.ALL));
        assertThat(early.length()).isEqualTo(mode.length(size));
    }

    @Test
    void P61_P62_theMixinLeavesFourMethodsToWrite() {
        assertThat(ImageMixin.class.getMethods())
                .filteredOn(method -> Modifier.isAbstract(method.getModifiers()) && !method.isBridge())
                .extracting(java.lang.reflect.Method::getName)
                .containsExactlyInAnyOrder("mode", "size", "buffer", "info");
        assertThat(ImageMixin.class).isAssignableFrom(StandardImage.class);
        Set<String> own = new TreeSet<>();
        for (var method : StandardImage.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())) {
                own.add(method.getName());
            }
        }
        assertThat(own).containsExactly("buffer", "info", "mode", "size", "toString");
        // no constructor, and no factory in the protocol
        assertThat(StandardImage.class.getConstructors()).isEmpty();
        assertThat(Arrays.stream(ImageLike.class.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers())))
                .isEmpty();
    }

    @Each.PlanarImage
    void P44_planarImagesHaveNoPixels(Fixture fixture) {
        ImageLike image = fixture.make().image();
        StandardImage source = StandardImage.from(image);
        List<Consumer<ImageLike>> uses = List.of(
                ImageLike::pixels,
                ImageLike::iterator,
                i -> i.line(0),
                i -> i.get(0, 0),
                i -> i.get(Slice.ALL),
                i -> i.get(Slice.ALL, Slice.ALL),
                i -> i.get(0, Slice.ALL),
                i -> i.get(Slice.ALL, 0),
                i -> i.set(0, 0, 1, 2, 3),
                i -> i.set(Slice.ALL, source),
                i -> i.set(Slice.ALL, Slice.ALL, source),
                i -> i.set(0, Slice.ALL, source),
                i -> i.set(Slice.ALL, 0, source),
                i -> Line.of(i, 0),
                i -> Pixel.of(i, 0, 0),
                Images::rows);
        for (Consumer<ImageLike> use : uses) {
            assertThatThrownBy(() -> use.accept(image))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining(fixture.mode() + " is planar")
                    .hasMessageContaining("plane(\"y\")");
        }
    }

    @Test
    void AMB15_imagesLinesAndPixelsAreEqualByIdentityAlone() {
        StandardImage image = StandardImage.of(Mode.L, 2, 2);
        assertThat(image).isNotEqualTo(StandardImage.from(image));
        assertThat(image.line(0)).isNotEqualTo(image.line(0));
        assertThat(image.get(0, 0)).isNotEqualTo(image.get(0, 0));
        assertThat(image.get(0, 0).value()).isEqualTo(image.get(1, 1).value());
    }

    @Each.WritableImage
    void AMB15_contentIsComparedOnRequest(Fixture fixture) {
        Subject subject = fixture.make();
        StandardImage copy = StandardImage.ofBytes(
                fixture.mode(),
                fixture.width(),
                fixture.height(),
                subject.model().bytes());
        copy.info().put("not", "compared");
        assertThat(Images.sameContent(subject.image(), copy)).isTrue();
        assertThat(Images.sameContent(copy, subject.image())).isTrue();
        long last = copy.buffer().length() - 1;
        copy.buffer().set(last, copy.buffer().get(last) ^ 1);
        assertThat(Images.sameContent(subject.image(), copy)).isFalse();
        assertThat(Images.sameContent(copy, copy)).isTrue();
        assertThat(Images.sameContent(copy, StandardImage.of(fixture.mode(), 4, 8)))
                .isFalse();
        assertThat(Images.sameContent(StandardImage.of(Mode.L, 4, 2), StandardImage.of(Mode.L, 2, 4)))
                .isFalse();
        assertThat(Images.sameContent(StandardImage.of(Mode.RGBA, 2, 2), StandardImage.of(Mode.CMYK, 2, 2)))
                .isFalse();
    }

    @Test
    void AMB15_contentOfImagesWiderThanAnArrayCanBeCompared() {
        MinimalImage none = new MinimalImage(Mode.L, 1, 1, new byte[1]);
        record Wide(ImageBuffer buffer, ImageMixin rest) implements ImageMixin {
            @Override
            public Mode mode() {
                return Mode.L;
            }

            @Override
            public ImageSize size() {
                return new ImageSize(Integer.MAX_VALUE, 1);
            }

            @Override
            public Map<String, Object> info() {
                return rest.info();
            }
        }
        ImageBuffer blank = ImageBuffer.computed(Mode.L, Integer.MAX_VALUE, 1, (x, y, count, samples, offset) -> {
            assertThat(x).isNotNegative();
            assertThat((long) x + count).isLessThanOrEqualTo(Integer.MAX_VALUE);
        });
        assertThat(Images.sameContent(new Wide(blank, none), new Wide(blank, none)))
                .isTrue();
    }

    @Test
    void AMB17_infoCannotBeReplacedButChanged() {
        assertThat(Arrays.stream(ImageLike.class.getMethods())
                        .filter(m -> m.getName().equals("info")))
                .allMatch(m -> m.getParameterCount() == 0);
        StandardImage image = StandardImage.of(Mode.L, 1, 1);
        image.info().put("gamma", 0.45455);
        assertThat(image.info()).containsEntry("gamma", 0.45455);
    }
}
