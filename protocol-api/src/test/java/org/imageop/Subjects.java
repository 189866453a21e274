package org.imageop;

import java.nio.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.imageop.Subject.Premultiplied;
import org.imageop.outside.MinimalImage;

/** The images that the rules are tried on: modes × arrangements in memory × kinds of memory × sizes. */
final class Subjects {
    /** How the samples lie, or where they come from. */
    enum Arrangement {
        CANONICAL,
        OFFSET,
        PADDED_ROWS,
        CROPPED,
        FLIPPED_BOTH_WAYS,
        ROTATED,
        COMPONENTS_REVERSED,
        SPARSE,
        ARRAY_PER_COMPONENT,
        PACKED_IN_SHORT,
        PACKED_IN_INT,
        BIG_ENDIAN_BYTES,
        PREMULTIPLIED,
        PREMULTIPLIED_INT,
        RANGED_FLOAT,
        RANGED_SIGNED,
        MINIMAL,
        COMPUTED,
        VIEW_OF_COMPUTED
    }

    private static final Set<Arrangement> WITHOUT_MEMORY =
            Set.of(Arrangement.MINIMAL, Arrangement.COMPUTED, Arrangement.VIEW_OF_COMPUTED);

    private static final int[][] SIZES = {{1, 1}, {1, 6}, {5, 1}, {7, 5}, {8, 6}};
    private static final int[][] PLANAR_SIZES = {{2, 2}, {2, 6}, {8, 2}, {6, 4}, {8, 6}};

    private Subjects() {}

    /** Every combination there is. */
    static List<Fixture> all() {
        return fixtures(true);
    }

    /** Every arrangement of every mode, in two of the kinds of memory and two of the sizes, in turns. */
    static List<Fixture> some() {
        return fixtures(false);
    }

    static List<Fixture> writable() {
        return some().stream().filter(Fixture::writable).toList();
    }

    static List<Fixture> readOnly() {
        return some().stream().filter(f -> !f.writable()).toList();
    }

    static List<Fixture> pixels() {
        return some().stream().filter(f -> !Model.isPlanar(f.mode())).toList();
    }

    static List<Fixture> writablePixels() {
        return pixels().stream().filter(Fixture::writable).toList();
    }

    static List<Fixture> planar() {
        return some().stream().filter(f -> Model.isPlanar(f.mode())).toList();
    }

    static List<Fixture> writablePlanar() {
        return planar().stream().filter(Fixture::writable).toList();
    }

    private static List<Fixture> fixtures(boolean everything) {
        List<Fixture> fixtures = new ArrayList<>();
        int turn = 0;
        for (Mode mode : Mode.values()) {
            int[][] sizes = Model.isPlanar(mode) ? PLANAR_SIZES : SIZES;
            for (Arrangement arrangement : Arrangement.values()) {
                if (!exists(arrangement, mode)) {
                    continue;
                }
                List<Storage.Kind> kinds = WITHOUT_MEMORY.contains(arrangement)
                        ? List.of(Storage.Kind.HEAP)
                        : List.of(Storage.Kind.values());
                if (everything) {
                    for (Storage.Kind kind : kinds) {
                        for (int[] size : sizes) {
                            fixtures.add(fixture(arrangement, mode, kind, size[0], size[1]));
                        }
                    }
                    continue;
                }
                Storage.Kind first = kinds.get(turn % kinds.size());
                Storage.Kind second = kinds.get((turn + 1 + turn / 4 % 2) % kinds.size());
                int[] odd = sizes[turn % 4];
                fixtures.add(fixture(arrangement, mode, first, odd[0], odd[1]));
                fixtures.add(fixture(arrangement, mode, second, sizes[4][0], sizes[4][1]));
                turn++;
            }
        }
        return fixtures;
    }

    private static boolean exists(Arrangement arrangement, Mode mode) {
        int n = Model.names(mode).length;
        int bits = Model.bits(mode);
        boolean planar = Model.isPlanar(mode);
        return switch (arrangement) {
            case COMPONENTS_REVERSED, ARRAY_PER_COMPONENT -> n > 1;
            case PACKED_IN_SHORT -> planar ? true : n * bits <= 16;
            case PACKED_IN_INT -> planar ? true : n * bits <= 32;
            case BIG_ENDIAN_BYTES -> bits > 8;
            case PREMULTIPLIED -> Model.names(mode)[n - 1].equals("a");
            case PREMULTIPLIED_INT -> mode == Mode.RGBA;
            case RANGED_FLOAT -> bits < 32;
            default -> true;
        };
    }

    static Fixture fixture(Arrangement arrangement, Mode mode, Storage.Kind kind, int width, int height) {
        String memory = WITHOUT_MEMORY.contains(arrangement) ? "" : " " + kind;
        return new Fixture(
                mode + " " + width + "×" + height + " " + arrangement + memory,
                mode,
                width,
                height,
                kind != Storage.Kind.READ_ONLY,
                () -> subject(arrangement, mode, kind, width, height));
    }

    private static long seed(Arrangement arrangement, Mode mode, int width, int height) {
        return arrangement.ordinal() * 1_000_003L + mode.ordinal() * 10_007L + width * 101L + height;
    }

    private static Subject subject(Arrangement arrangement, Mode mode, Storage.Kind kind, int width, int height) {
        Model model = Model.random(mode, width, height, seed(arrangement, mode, width, height));
        return switch (arrangement) {
            case MINIMAL -> {
                MinimalImage image = new MinimalImage(mode, width, height, model.bytes());
                yield new Subject(image, model, false, () -> Model.of(mode, width, height, image.bytes()), () -> {});
            }
            case COMPUTED -> {
                Model base = model.copy();
                yield new Subject(computed(base), model, false, base::copy, () -> {});
            }
            case VIEW_OF_COMPUTED -> {
                Model base = model.transposed().rotated90().rotated90();
                yield new Subject(
                        Views.transpose(Views.rotate180(computed(base))),
                        model,
                        false,
                        () -> base.rotated90().rotated90().transposed(),
                        () -> {});
            }
            default -> inMemory(arrangement, model, kind);
        };
    }

    private static Subject inMemory(Arrangement arrangement, Model straight, Storage.Kind kind) {
        Mode mode = straight.mode;
        int w = straight.width;
        int h = straight.height;
        int n = straight.components();
        boolean planar = Model.isPlanar(mode);
        int bits = Model.bits(mode);
        Storage.Element element = Storage.Element.ofBits(bits);
        int[] shifts = new int[n];
        Plane.Range range = null;
        AlphaType alpha = Model.names(mode)[n - 1].equals("a") ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        Model model = straight;
        List<Buffer> memories = new ArrayList<>();
        PixelLayout layout;
        Storage.Position position = (c, x, y) -> canonical(mode, w, h, c, x, y);
        switch (arrangement) {
            case CANONICAL -> {
                memories.add(Storage.allocate(element, kind, canonicalLength(mode, w, h)));
                layout = PixelLayout.of(mode, w, h, Storage.seen(memories.get(0), kind));
            }
            case OFFSET -> {
                memories.add(Storage.allocate(element, kind, canonicalLength(mode, w, h) + 16));
                position = (c, x, y) -> 7 + canonical(mode, w, h, c, x, y);
                layout = PixelLayout.of(
                        mode, w, h, Storage.seen(memories.get(0), kind).position(7));
            }
            case CROPPED -> {
                int bw = w + 6;
                int bh = h + 8;
                memories.add(Storage.allocate(element, kind, canonicalLength(mode, bw, bh)));
                position = (c, x, y) ->
                        canonical(mode, bw, bh, c, x + 2 / Model.divisor(mode, c), y + 4 / Model.divisor(mode, c));
                layout = PixelLayout.of(mode, bw, bh, Storage.seen(memories.get(0), kind))
                        .crop(2, 4, w, h);
            }
            case FLIPPED_BOTH_WAYS -> {
                memories.add(Storage.allocate(element, kind, canonicalLength(mode, w, h)));
                position = (c, x, y) -> canonical(
                        mode, w, h, c, w / Model.divisor(mode, c) - 1 - x, h / Model.divisor(mode, c) - 1 - y);
                layout = PixelLayout.of(mode, w, h, Storage.seen(memories.get(0), kind))
                        .flipLeftRight()
                        .flipTopBottom();
            }
            case ROTATED -> {
                memories.add(Storage.allocate(element, kind, canonicalLength(mode, h, w)));
                position = (c, x, y) -> canonical(mode, h, w, c, h / Model.divisor(mode, c) - 1 - y, x);
                layout = PixelLayout.of(mode, h, w, Storage.seen(memories.get(0), kind))
                        .rotate90();
            }
            case PADDED_ROWS,
                    COMPONENTS_REVERSED,
                    ARRAY_PER_COMPONENT,
                    SPARSE,
                    BIG_ENDIAN_BYTES,
                    PREMULTIPLIED,
                    RANGED_FLOAT,
                    RANGED_SIGNED,
                    PACKED_IN_SHORT,
                    PACKED_IN_INT,
                    PREMULTIPLIED_INT -> {
                boolean packed = arrangement == Arrangement.PACKED_IN_SHORT
                        || arrangement == Arrangement.PACKED_IN_INT
                        || arrangement == Arrangement.PREMULTIPLIED_INT;
                boolean separate = arrangement == Arrangement.ARRAY_PER_COMPONENT || packed && planar;
                if (arrangement == Arrangement.BIG_ENDIAN_BYTES) {
                    element = bits == 16 ? Storage.Element.BIG_ENDIAN_SHORT : Storage.Element.BIG_ENDIAN_INT;
                } else if (arrangement == Arrangement.RANGED_FLOAT) {
                    element = Storage.Element.FLOAT;
                    range = new Plane.Range(-1, 3);
                } else if (arrangement == Arrangement.RANGED_SIGNED) {
                    range = new Plane.Range(-Math.pow(2, bits - 1), Math.pow(2, bits - 1) - 1);
                } else if (packed) {
                    element = arrangement == Arrangement.PACKED_IN_SHORT ? Storage.Element.SHORT : Storage.Element.INT;
                    for (int c = 0; c < n; c++) {
                        int room = element == Storage.Element.SHORT ? 16 : 32;
                        int free = room - n * bits >= 3 ? 3 : 0;
                        // alpha on top, then the colours from the highest to the lowest
                        shifts[c] = planar
                                ? 5
                                : alpha == AlphaType.OPAQUE
                                        ? (n - 1 - c) * bits + free
                                        : c == n - 1 ? (n - 1) * bits : (n - 2 - c) * bits;
                    }
                }
                if (arrangement == Arrangement.PREMULTIPLIED || arrangement == Arrangement.PREMULTIPLIED_INT) {
                    alpha = AlphaType.PREMULTIPLIED;
                }
                boolean reversed =
                        arrangement == Arrangement.COMPONENTS_REVERSED || arrangement == Arrangement.PREMULTIPLIED;
                int step = planar || separate || packed ? 1 : arrangement == Arrangement.SPARSE ? n + 10 : n;
                int padding = 3;
                int start = 2;
                int stride = w * step + padding;
                int count = separate ? 1 : planar ? n : 1;
                for (int m = 0; m < (separate ? n : 1); m++) {
                    memories.add(Storage.allocate(element, kind, start + stride * h * count + 4));
                }
                boolean several = planar && !separate;
                boolean interleaved = !planar && !separate && !packed;
                position = (c, x, y) -> start
                        + (several ? c * stride * h : interleaved ? (reversed ? n - 1 - c : c) : 0)
                        + y * stride
                        + x * step;
                Plane[] planes = new Plane[n];
                List<Buffer> seen =
                        memories.stream().map(m -> Storage.seen(m, kind)).toList();
                for (int c = 0; c < n; c++) {
                    Buffer memory = seen.get(Math.min(c, seen.size() - 1));
                    int first = position.of(c, 0, 0);
                    planes[c] = range != null
                            ? Plane.ranged(memory, first, step, stride, range)
                            : packed
                                    ? Plane.packed(memory, first, step, stride, shifts[c], bits)
                                    : Plane.of(memory, first, step, stride);
                }
                layout = PixelLayout.of(mode, w, h, alpha, planes);
            }
            default -> throw new AssertionError(arrangement);
        }
        boolean premultiplied = alpha == AlphaType.PREMULTIPLIED;
        Storage storage = new Storage(
                mode, w, h, memories, shifts, element == Storage.Element.FLOAT ? 32 : bits, range, position);
        if (premultiplied) {
            storage.fill(each(straight, pixel -> Premultiplied.multiplied(pixel, Model.max(mode))));
            model = each(straight, pixel -> Premultiplied.thereAndBack(pixel, Model.max(mode)));
        } else {
            storage.fill(straight);
        }
        Supplier<Model> memory = premultiplied
                ? () -> each(storage.read(), pixel -> Premultiplied.divided(pixel, Model.max(mode)))
                : storage::read;
        return new Subject(
                StandardImage.wrap(layout), model, premultiplied, memory, storage::assertSurroundingsUntouched);
    }

    private static Model each(Model model, java.util.function.UnaryOperator<int[]> change) {
        Model result = model.copy();
        for (int y = 0; y < model.height; y++) {
            for (int x = 0; x < model.width; x++) {
                result.pixel(x, y, change.apply(model.pixel(x, y)));
            }
        }
        return result;
    }

    /** P-15 and P-20, in samples. */
    private static int canonical(Mode mode, int w, int h, int c, int x, int y) {
        int n = Model.names(mode).length;
        if (!Model.isPlanar(mode)) {
            return (y * w + x) * n + c;
        }
        int start = c == 0 ? 0 : c == 1 ? w * h : w * h * 5 / 4;
        return start + y * (w / Model.divisor(mode, c)) + x;
    }

    private static int canonicalLength(Mode mode, int w, int h) {
        return Model.isPlanar(mode) ? w * h * 3 / 2 : w * Model.names(mode).length * h;
    }

    /** An image whose samples are computed: they are a model's. */
    static StandardImage computed(Model model) {
        SampleRows[] rows = Model.isPlanar(model.mode)
                ? Arrays.stream(model.samples)
                        .map(plane -> rows(model, new int[][][] {plane}))
                        .toArray(SampleRows[]::new)
                : new SampleRows[] {rows(model, model.samples)};
        ImageBuffer buffer = ImageBuffer.computed(model.mode, model.width, model.height, rows);
        return new StandardImage(model.mode, model.width, model.height, buffer);
    }

    static SampleRows rows(Object base, int[][][] samples) {
        return new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] target, int offset) {
                for (int k = 0; k < count * samples.length; k++) {
                    target[offset + k] = samples[k % samples.length][y][x + k / samples.length];
                }
            }

            @Override
            public void write(int x, int y, int count, int[] source, int offset) {
                for (int k = 0; k < count * samples.length; k++) {
                    samples[k % samples.length][y][x + k / samples.length] = source[offset + k];
                }
            }

            @Override
            public boolean readOnly() {
                return false;
            }

            @Override
            public List<?> foundations() {
                return List.of(base);
            }
        };
    }
}
