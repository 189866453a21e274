package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imageop.outside.MinimalImage;
import org.imageop.spi.SampleRows;
import org.imageop.spi.WrappedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copying between images that may stand on the same memory. */
class CopyTest {
    /** Two images of one kind on the same samples, and a way to make them anew. */
    record Pair(String name, int seed, Function<Model, ImageLike[]> maker) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final int SIDE = 6;

    private static ImageLike[] twice(ImageLike image) {
        return new ImageLike[] {image, image};
    }

    /** Images whose common memory is hard to see. */
    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair("the same object", 1, m -> twice(StandardImage.ofBytes(m.mode, SIDE, SIDE, m.bytes()))),
                new Pair("the same array", 2, m -> {
                    byte[] bytes = m.bytes();
                    return new ImageLike[] {
                        StandardImage.wrap(m.mode, SIDE, SIDE, bytes), StandardImage.wrap(m.mode, SIDE, SIDE, bytes)
                    };
                }),
                new Pair("read-only and writable", 3, m -> {
                    ByteBuffer bytes = ByteBuffer.wrap(m.bytes()).order(ByteOrder.nativeOrder());
                    return new ImageLike[] {
                        StandardImage.wrap(PixelLayout.of(
                                m.mode, SIDE, SIDE, bytes.asReadOnlyBuffer().order(ByteOrder.nativeOrder()))),
                        StandardImage.wrap(PixelLayout.of(m.mode, SIDE, SIDE, bytes))
                    };
                }),
                new Pair("two direct buffers", 4, m -> {
                    ByteBuffer bytes =
                            ByteBuffer.allocateDirect(m.bytes().length).order(ByteOrder.nativeOrder());
                    bytes.put(0, m.bytes());
                    return new ImageLike[] {
                        StandardImage.wrap(PixelLayout.of(
                                m.mode, SIDE, SIDE, bytes.duplicate().order(bytes.order()))),
                        StandardImage.wrap(PixelLayout.of(m.mode, SIDE, SIDE, bytes))
                    };
                }),
                new Pair("an implementation that makes its buffer anew", 5, m -> {
                    byte[] bytes = m.bytes();
                    return new ImageLike[] {
                        new MinimalImage(m.mode, SIDE, SIDE, bytes), StandardImage.wrap(m.mode, SIDE, SIDE, bytes)
                    };
                }),
                new Pair("into such an implementation", 6, m -> {
                    byte[] bytes = m.bytes();
                    return new ImageLike[] {
                        StandardImage.wrap(m.mode, SIDE, SIDE, bytes), new MinimalImage(m.mode, SIDE, SIDE, bytes)
                    };
                }),
                new Pair("two computed images on the same base", 7, m -> {
                    Model base = m.copy();
                    return new ImageLike[] {Subjects.computed(base), Subjects.computed(base)};
                }),
                new Pair("a foreign image wrapped twice", 8, m -> {
                    Model base = m.copy();
                    return new ImageLike[] {wrapped(base), wrapped(base)};
                }));
    }

    /** The rows do not tell that they belong to the model; that they were wrapped with it does. */
    private static ImageLike wrapped(Model foreign) {
        SampleRows rows = Subjects.rows(foreign, foreign.samples);
        SampleRows anonymous = new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {
                rows.read(x, y, count, samples, offset);
            }

            @Override
            public void write(int x, int y, int count, int[] samples, int offset) {
                rows.write(x, y, count, samples, offset);
            }

            @Override
            public boolean readOnly() {
                return false;
            }
        };
        return WrappedImage.of(foreign, foreign.mode, foreign.width, foreign.height, anonymous);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void P53_anyOverlapGivesWhatAnIndependentCopyGives(Pair pair) {
        List<Function<ImageLike, StandardImage>> parts = List.of(
                image -> Views.crop(image, 0, 0, 4, 4),
                image -> Views.crop(image, 1, 0, 4, 4),
                image -> Views.crop(image, 0, 1, 4, 4),
                image -> Views.crop(image, 2, 2, 4, 4),
                image -> Views.flipLeftRight(Views.crop(image, 0, 0, 4, 4)),
                image -> Views.flipTopBottom(Views.crop(image, 1, 1, 4, 4)),
                image -> Views.rotate90(Views.crop(image, 0, 0, 4, 4)),
                image -> Views.rotate270(Views.crop(image, 1, 0, 4, 4)),
                image -> Views.transpose(Views.crop(image, 0, 2, 4, 4)));
        for (Mode mode : List.of(Mode.L, Mode.RGB, Mode.LA32, Mode.L32)) {
            Model model = Model.random(mode, SIDE, SIDE, pair.seed);
            for (Function<ImageLike, StandardImage> from : parts) {
                for (Function<ImageLike, StandardImage> to : parts) {
                    ImageLike[] expected = pair.maker.apply(model);
                    ImageLike[] images = pair.maker.apply(model);
                    byte[] independent = from.apply(expected[0]).buffer().get(Slice.ALL);
                    to.apply(expected[1]).buffer().set(Slice.ALL, independent);
                    Images.copy(from.apply(images[0]), to.apply(images[1]));
                    assertThat(images[1].buffer().get(Slice.ALL))
                            .as("%s", mode)
                            .isEqualTo(expected[1].buffer().get(Slice.ALL));
                }
            }
        }
    }

    @Test
    void P53_componentsOfPremultipliedMemoryMayOverlapWithIt() {
        for (String target : List.of("r", "g", "b")) {
            StandardImage image = StandardImage.canvas(4, 4);
            image.map(v -> 200);
            image.plane("g").map(v -> 100);
            StandardImage green = StandardImage.from(image.plane("g"));
            Images.copy(Views.rotate90(image.plane("g")), image.plane(target));
            assertThat(Images.sameContent(image.plane(target), StandardImage.from(green)))
                    .isTrue();
        }
        // RGBA onto its own turned self
        StandardImage image = StandardImage.canvas(4, 4);
        Model model = Model.random(Mode.RGBA, 4, 4, 1);
        image.buffer().set(Slice.ALL, model.bytes());
        StandardImage before = StandardImage.from(image);
        Images.copy(Views.rotate90(image), image);
        assertThat(Images.sameContent(image, before.rotate90())).isTrue();
    }

    @Test
    void P53_anImageInAnotherModeMayOverlapToo() {
        // the bytes of a grey image, read as colours by one and written as grey by the other
        byte[] bytes = Model.random(Mode.RGB, 4, 4, 2).bytes();
        StandardImage rgb = StandardImage.wrap(Mode.RGB, 4, 4, bytes);
        StandardImage grey = StandardImage.wrap(
                PixelLayout.of(Mode.L, 4, 4, AlphaType.OPAQUE, Plane.of(ByteBuffer.wrap(bytes), 3, 2, 9)));
        StandardImage expected = StandardImage.from(rgb, Mode.L);
        Images.copy(rgb, grey);
        assertThat(Images.sameContent(grey, expected)).isTrue();
    }

    @Each.Image
    void copiesConvertToTheModeOfTheTarget(Fixture fixture) {
        Subject subject = fixture.make();
        for (Mode mode : List.of(Mode.RGB, Mode.L16, Mode.CMYK)) {
            StandardImage target = StandardImage.of(mode, fixture.width(), fixture.height());
            Images.copy(subject.image(), target);
            assertThat(Images.sameContent(target, StandardImage.from(subject.image(), mode)))
                    .isTrue();
        }
        subject.expect(subject.model());
    }

    @Each.WritableImage
    void conversionsIntoAnImageTouchNothingElse(Fixture fixture) {
        Subject subject = fixture.make();
        StandardImage source = StandardImage.ofBytes(
                Mode.RGBA64,
                fixture.width(),
                fixture.height(),
                Model.random(Mode.RGBA64, fixture.width(), fixture.height(), 3).bytes());
        StandardImage converted = StandardImage.from(source, fixture.mode());
        Images.copy(source, subject.image());
        subject.expect(subject.stored(Model.of(
                fixture.mode(),
                fixture.width(),
                fixture.height(),
                converted.buffer().get(Slice.ALL))));
    }

    @Each.Image
    void differentSizesAndReadOnlyTargetsAreRefusedAndNothingWritten(Fixture fixture) {
        Subject subject = fixture.make();
        ImageLike image = subject.image();
        StandardImage larger = StandardImage.of(fixture.mode(), fixture.width() + 2, fixture.height());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Images.copy(larger, image))
                .withMessageContaining((fixture.width() + 2) + "×" + fixture.height())
                .withMessageContaining("the sizes differ");
        if (!fixture.writable()) {
            assertThatThrownBy(() -> Images.copy(StandardImage.from(image), image))
                    .isInstanceOf(ReadOnlyImageException.class)
                    .hasMessageContaining("is read-only");
        }
        subject.expect(subject.model());
    }

    @Test
    void aTurnedViewOfConcurrentRowsIsWrittenByOneThreadAlone() {
        SampleRows concurrent = new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {}

            @Override
            public boolean concurrent() {
                return true;
            }
        };
        ImageBuffer buffer = ImageBuffer.computed(Mode.L, 3, 2, concurrent);
        StandardImage image = new StandardImage(Mode.L, 3, 2, buffer);
        assertThat(Images.rows(image).concurrent()).isTrue();
        assertThat(Images.rows(Views.flipTopBottom(image)).concurrent()).isTrue();
        assertThat(Images.rows(Views.rotate90(image)).concurrent()).isFalse();
    }
}
