package org.imageop.imglib2;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.list.ListImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** Chains of views at random, on any image. */
final class RandomViews {
    /** One view, on whatever image. */
    interface Step {
        <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(RandomAccessibleInterval<T> image);
    }

    /** A step, and the dimension along which it stacks images, or −1. */
    private record Named(String name, Step step, int stacked) {}

    private final SplittableRandom random;
    private final boolean writable;
    private final List<Named> steps = new ArrayList<>();

    private RandomViews(SplittableRandom random, boolean writable) {
        this.random = random;
        this.writable = writable;
    }

    /**
     * A chain that ends in so many dimensions.
     *
     * @param writable whether views leave out what ImgLib2 cannot write
     */
    static <T extends NativeType<T> & IntegerType<T>> RandomViews chain(
            SplittableRandom random, RandomAccessibleInterval<T> image, int dimensions, boolean writable) {
        RandomViews views = new RandomViews(random, writable);
        RandomAccessibleInterval<T> end = image;
        for (int length = random.nextInt(7); length > 0; length--) {
            end = views.add(end, views.next(end));
        }
        while (end.numDimensions() != dimensions) {
            end = views.add(end, end.numDimensions() > dimensions ? views.slice(end) : views.deeper(end));
        }
        return views;
    }

    private <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> add(
            RandomAccessibleInterval<T> image, Named step) {
        RandomAccessibleInterval<T> next = step.step.on(image);
        if (Intervals.isEmpty(next) || Intervals.numElements(next) > 5_000) {
            return image;
        }
        steps.add(step);
        return next;
    }

    <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(RandomAccessibleInterval<T> image) {
        RandomAccessibleInterval<T> view = image;
        for (Named step : steps) {
            view = step.step.on(view);
        }
        return view;
    }

    /** The same pixels, where those that no image has are exceptions. */
    <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> strictlyOn(
            RandomAccessibleInterval<T> image) {
        RandomAccessibleInterval<T> view = checked(image, 0, image.numDimensions());
        for (Named step : steps) {
            view = step.step.on(view);
            // beyond its slices, a StackView has the one that was seen last
            view = step.stacked < 0 ? view : checked(view, step.stacked, step.stacked + 1);
        }
        return view;
    }

    @Override
    public String toString() {
        StringJoiner names = new StringJoiner(", ");
        steps.forEach(step -> names.add(step.name));
        return names.toString();
    }

    /** Images of one type and size in each kind of ImgLib2's memory. */
    static <T extends NativeType<T> & IntegerType<T>> List<RandomAccessibleInterval<T>> images(T type, long... sides) {
        return List.of(
                new ArrayImgFactory<>(type).create(sides),
                new PlanarImgFactory<>(type).create(sides),
                new CellImgFactory<>(type, 2).create(sides),
                // a list has one object in all places at first
                new ListImg<>(sides, type).copy());
    }

    private static <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> checked(
            RandomAccessibleInterval<T> image, int first, int end) {
        return Views.interval(
                new FunctionRandomAccessible<>(
                        image.numDimensions(),
                        (at, pixel) -> {
                            for (int d = first; d < end; d++) {
                                if (at.getLongPosition(d) < image.min(d) || at.getLongPosition(d) > image.max(d)) {
                                    throw new IndexOutOfBoundsException();
                                }
                            }
                            pixel.set(image.getAt(at));
                        },
                        () -> image.getType().createVariable()),
                image);
    }

    private Named next(RandomAccessibleInterval<?> image) {
        int n = image.numDimensions();
        int d = random.nextInt(n);
        int e = random.nextInt(n);
        return switch (random.nextInt(writable ? 11 : 15)) {
            case 0 -> slice(image);
            case 1 -> deeper(image);
            case 2 -> {
                long[] by = random.longs(n, -4, 5).toArray();
                yield view("translate", new Step() {
                    @Override
                    public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                            RandomAccessibleInterval<T> v) {
                        return Views.translate(v, by);
                    }
                });
            }
            case 3 ->
                view("zeroMin", new Step() {
                    @Override
                    public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                            RandomAccessibleInterval<T> v) {
                        return Views.zeroMin(v);
                    }
                });
            case 4 ->
                view("invert " + d, new Step() {
                    @Override
                    public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                            RandomAccessibleInterval<T> v) {
                        return Views.invertAxis(v, d);
                    }
                });
            case 5 ->
                view("permute " + d + " " + e, new Step() {
                    @Override
                    public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                            RandomAccessibleInterval<T> v) {
                        return d == e ? Views.moveAxis(v, 0, d) : Views.permute(v, d, e);
                    }
                });
            case 6 ->
                view("rotate " + d + " " + e, new Step() {
                    @Override
                    public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                            RandomAccessibleInterval<T> v) {
                        return d == e ? v : Views.rotate(v, d, e);
                    }
                });
            case 7 -> {
                long[] thin = random.longs(n, 1, 4).toArray();
                yield view("subsample", new Step() {
                    @Override
                    public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                            RandomAccessibleInterval<T> v) {
                        return Views.subsample(v, thin);
                    }
                });
            }
            case 8 -> {
                // seldom beyond the image
                int beyond = random.nextInt(8) == 0 ? 1 : 0;
                long[] min = image.minAsLongArray();
                long[] max = image.maxAsLongArray();
                min[d] += random.nextInt(2) - beyond;
                max[e] -= random.nextInt(2) - beyond;
                yield view("interval", new Step() {
                    @Override
                    public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                            RandomAccessibleInterval<T> v) {
                        return Views.interval(v, min, max);
                    }
                });
            }
            case 9 -> {
                int deep = 1 + random.nextInt(3);
                boolean turned = random.nextBoolean();
                yield new Named(
                        "stack " + deep,
                        new Step() {
                            @Override
                            public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                                    RandomAccessibleInterval<T> v) {
                                List<RandomAccessibleInterval<T>> slices = new ArrayList<>();
                                for (int i = 0; i < deep; i++) {
                                    slices.add(
                                            turned && i == 1
                                                    ? Views.interval(Views.zeroMin(Views.invertAxis(v, 0)), v)
                                                    : v);
                                }
                                return Views.stack(slices);
                            }
                        },
                        n);
            }
            case 10 ->
                view("iterable", new Step() {
                    @Override
                    public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                            RandomAccessibleInterval<T> v) {
                        return Views.flatIterable(v);
                    }
                });
            case 11 ->
                new Named(
                        "concatenate " + d,
                        new Step() {
                            @Override
                            public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                                    RandomAccessibleInterval<T> v) {
                                return Views.concatenate(d, v, v);
                            }
                        },
                        d);
            case 12 ->
                view("convert", new Step() {
                    @Override
                    public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                            RandomAccessibleInterval<T> v) {
                        T type = v.getType().createVariable();
                        return Converters.convert(v, (in, out) -> out.setInteger(in.getIntegerLong() ^ 5), type);
                    }
                });
            default -> extended(image);
        };
    }

    private Named extended(RandomAccessibleInterval<?> image) {
        int kind = random.nextInt(6);
        long[] min = image.minAsLongArray();
        long[] max = image.maxAsLongArray();
        for (int d = 0; d < min.length; d++) {
            long by = random.nextInt(3) == 0 ? random.nextInt(-6, 7) : 0;
            min[d] += by - random.nextInt(4) / 2;
            max[d] += by + random.nextInt(4) / 2;
        }
        return view("extend " + kind, new Step() {
            @Override
            public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                    RandomAccessibleInterval<T> v) {
                RandomAccessible<T> all = switch (kind) {
                    case 0 -> Views.extendMirrorSingle(v);
                    case 1 -> Views.extendMirrorDouble(v);
                    case 2 -> Views.extendPeriodic(v);
                    case 3 -> Views.extendBorder(v);
                    case 4 -> Views.extendValue(v, 7);
                    default -> Views.extendZero(v);
                };
                return Views.interval(all, min, max);
            }
        });
    }

    private Named slice(RandomAccessibleInterval<?> image) {
        if (image.numDimensions() == 1) {
            return deeper(image);
        }
        int d = random.nextInt(image.numDimensions());
        int beyond = random.nextInt(10) == 0 ? 1 : 0;
        long at = random.nextLong(image.min(d) - beyond, image.max(d) + 1 + beyond);
        return view("slice " + d + " at " + at, new Step() {
            @Override
            public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                    RandomAccessibleInterval<T> v) {
                return Views.hyperSlice(v, d, at);
            }
        });
    }

    private Named deeper(RandomAccessibleInterval<?> image) {
        long deep = random.nextInt(3);
        return view("addDimension " + deep, new Step() {
            @Override
            public <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> on(
                    RandomAccessibleInterval<T> v) {
                return Views.addDimension(v, 0, deep);
            }
        });
    }

    private static Named view(String name, Step step) {
        return new Named(name, step, -1);
    }
}
