package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.ByteBufferAccess;
import net.imglib2.img.basictypeaccess.nio.IntBufferAccess;
import net.imglib2.img.basictypeaccess.nio.ShortBufferAccess;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Images in memory, through every view that keeps strides, share that memory. */
class SharedViewsTest {
    /** A view of two dimensions on an image of three. */
    interface View {
        <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root);
    }

    private static final int W = 9;
    private static final int H = 7;
    private static final int D = 4;

    static Map<String, Function<Integer, RandomAccessibleInterval<?>>> roots() {
        Map<String, Function<Integer, RandomAccessibleInterval<?>>> roots = new LinkedHashMap<>();
        int n = W * H * D;
        roots.put("array bytes", i -> ArrayImgs.unsignedBytes(W, H, D));
        roots.put("array shorts", i -> ArrayImgs.unsignedShorts(W, H, D));
        roots.put("array ints", i -> ArrayImgs.unsignedInts(W, H, D));
        roots.put("array argb", i -> ArrayImgs.argbs(W, H, D));
        roots.put("planar bytes", i -> PlanarImgs.unsignedBytes(W, H, D));
        roots.put("planar shorts", i -> PlanarImgs.unsignedShorts(W, H, D));
        roots.put("planar ints", i -> PlanarImgs.unsignedInts(W, H, D));
        roots.put("planar argb", i -> PlanarImgs.argbs(W, H, D));
        roots.put("direct bytes", i -> ArrayImgs.unsignedBytes(new ByteBufferAccess(direct(n), true), W, H, D));
        roots.put(
                "direct shorts",
                i -> ArrayImgs.unsignedShorts(
                        new ShortBufferAccess(direct(2 * n).asShortBuffer(), true), W, H, D));
        roots.put(
                "swapped shorts",
                i -> ArrayImgs.unsignedShorts(
                        new ShortBufferAccess(
                                direct(2 * n).order(ByteOrder.BIG_ENDIAN).asShortBuffer(), true),
                        W,
                        H,
                        D));
        roots.put(
                "direct ints",
                i -> ArrayImgs.unsignedInts(new IntBufferAccess(direct(4 * n).asIntBuffer(), true), W, H, D));
        roots.put(
                "direct argb",
                i -> ArrayImgs.argbs(new IntBufferAccess(direct(4 * n).asIntBuffer(), true), W, H, D));
        // a buffer with an offset in its array, positioned somewhere, which absolute access ignores
        roots.put(
                "heap slice argb",
                i -> ArrayImgs.argbs(
                        new IntBufferAccess(
                                IntBuffer.wrap(new int[n + 5], 5, n).slice().position(3), true),
                        W,
                        H,
                        D));
        return roots;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    static Map<String, View> views() {
        Map<String, View> views = new LinkedHashMap<>();
        views.put("hyperslice", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.hyperSlice(root, 2, 2);
            }
        });
        views.put("interval", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.interval(Views.hyperSlice(root, 2, 1), Intervals.createMinMax(2, 3, 6, 5));
            }
        });
        views.put("translate", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.translate(Views.hyperSlice(root, 2, 0), -100, 5_000_000_000L);
            }
        });
        views.put("rotate", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.rotate(Views.hyperSlice(root, 2, 3), 0, 1);
            }
        });
        views.put("permute", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.permute(Views.hyperSlice(root, 2, 3), 0, 1);
            }
        });
        views.put("invert columns", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.invertAxis(Views.hyperSlice(root, 2, 3), 0);
            }
        });
        views.put("invert rows, zero minimum", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.zeroMin(Views.invertAxis(Views.hyperSlice(root, 2, 3), 1));
            }
        });
        views.put("subsample", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.subsample(Views.hyperSlice(root, 2, 1), 2, 3);
            }
        });
        views.put("fluent", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return root.view().slice(2, 2).translate(7, -8).invertAxis(0).zeroMin();
            }
        });
        views.put("flat iterable", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.flatIterable(Views.rotate(Views.hyperSlice(root, 2, 2), 1, 0));
            }
        });
        views.put("all of them", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                RandomAccessibleInterval<T> slice =
                        Views.rotate(Views.translate(Views.hyperSlice(root, 2, 3), 11, -4), 0, 1);
                RandomAccessibleInterval<T> thin = Views.subsample(Views.invertAxis(slice, 0), 2, 2);
                return Views.translate(
                        Views.permute(Views.interval(thin, Intervals.createMinMax(1, 1, 3, 3)), 0, 1), 3, -3);
            }
        });
        views.put("one pixel", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.interval(Views.hyperSlice(root, 2, 1), Intervals.createMinMax(8, 6, 8, 6));
            }
        });
        views.put("one column", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.interval(Views.hyperSlice(root, 2, 1), Intervals.createMinMax(4, 0, 4, 6));
            }
        });
        views.put("added dimension", new View() {
            @Override
            public <T> RandomAccessibleInterval<T> of(RandomAccessibleInterval<T> root) {
                return Views.addDimension(Views.hyperSlice(Views.hyperSlice(root, 2, 1), 0, 4), 0, 0);
            }
        });
        return views;
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        roots().forEach((rootName, root) -> views().forEach(
                        (viewName, view) -> cases.add(Arguments.of(rootName + ", " + viewName, root.apply(0), view))));
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void viewsOnMemoryShareIt(String name, RandomAccessibleInterval<?> root, View view) {
        Samples.noise(root, name.hashCode());
        RandomAccessibleInterval<?> seen = view.of(root);

        ImageLike image = ImgLib2Images.wrap(seen);

        assertThat(image.buffer().layout()).isPresent();
        Samples.assertSame(image, seen, -1);
        Samples.assertShared(image, seen, -1, root);
        assertThat((Object) Images.to(image, RandomAccessibleInterval.class)).isSameAs(seen);
    }

    /** Columns or rows that run from plane to plane are strides in an array, but not in a list of arrays. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cutsThroughPlanes")
    void cutsThroughPlanesAreSharedInOneArrayAndReadElsewhere(
            String name, RandomAccessibleInterval<?> root, int sliced, boolean layout) {
        Samples.noise(root, name.hashCode());
        RandomAccessibleInterval<?> seen = Views.hyperSlice(root, sliced, 3);

        ImageLike image = ImgLib2Images.wrap(seen);

        assertThat(image.buffer().layout().isPresent()).isEqualTo(layout);
        Samples.assertSame(image, seen, -1);
        Samples.assertShared(image, seen, -1, root);
    }

    static Stream<Arguments> cutsThroughPlanes() {
        List<Arguments> cases = new ArrayList<>();
        roots().forEach((name, root) -> {
            for (int sliced = 0; sliced < 2; sliced++) {
                cases.add(Arguments.of(name + " at " + sliced, root.apply(0), sliced, !name.startsWith("planar")));
            }
        });
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("greyModes")
    void rowsAreThoseOfTheCursor(RandomAccessibleInterval<?> image, Mode mode) {
        Samples.noise(image, 5);

        ImageLike wrapped = ImgLib2Images.wrap(image);

        assertThat(wrapped.mode()).isEqualTo(mode);
        PixelLayout layout = wrapped.buffer().layout().orElseThrow();
        assertThat(layout.readOnly()).isFalse();
        assertThat(Images.sameContent(StandardImage.from(wrapped), wrapped)).isTrue();
        int[] row = new int[W * mode.components()];
        int[][] all = Samples.all(image);
        for (int y = 0; y < H; y++) {
            Images.rows(wrapped).read(0, y, W, row, 0);
            for (int x = 0; x < W; x++) {
                for (int c = 0; c < mode.components(); c++) {
                    assertThat(row[x * mode.components() + c]).isEqualTo(all[y * W + x][c]);
                }
            }
        }
    }

    static Stream<Arguments> greyModes() {
        return Stream.of(
                Arguments.of(ArrayImgs.unsignedBytes(W, H), Mode.L),
                Arguments.of(ArrayImgs.unsignedShorts(W, H), Mode.L16),
                Arguments.of(ArrayImgs.unsignedInts(W, H), Mode.L32),
                Arguments.of(ArrayImgs.argbs(W, H), Mode.RGBA));
    }
}
