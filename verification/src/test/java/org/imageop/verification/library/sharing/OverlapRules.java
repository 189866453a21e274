package org.imageop.verification.library.sharing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.SampleRows;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.adapter.Endpoint;
import org.imageop.tck.adapter.ForeignImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.library.conversion.ConversionFormulas;
import org.imageop.verification.library.conversion.ConversionRules;
import org.imageop.verification.model.ComputedRows;
import org.imageop.verification.model.PassingRows;
import org.imageop.verification.model.Place;

/** Copying between images on the same samples. */
public final class OverlapRules {
    private static final String GROUP = "overlap";

    private static final Rule RULE = Rule.of(
            "S-9",
            "the target becomes what the source was before, also where they share memory",
            "whether the source is copied first where it may lie in the target's memory",
            "C-1");

    private static final int SIDE = 6;

    /** Two images on the same samples. */
    private interface Pair {
        ImageLike[] of(Samples samples);
    }

    /** A view of a square part of an image, and which column and row of the part its pixels show. */
    private record Part(String name, int left, int top, Function<ImageLike, ImageLike> view, Turn turn) {
        interface Turn {
            Samples of(Samples samples);
        }

        ImageLike of(ImageLike image) {
            return view.apply(Views.crop(image, left, top, 4, 4));
        }

        int[] columns() {
            return new int[] {left, left + 1, left + 2, left + 3};
        }

        int[] rows() {
            return new int[] {top, top + 1, top + 2, top + 3};
        }
    }

    private static final List<Part> PARTS = List.of(
            new Part("the top left", 0, 0, image -> image, samples -> samples),
            new Part("one to the right", 1, 0, image -> image, samples -> samples),
            new Part("one below", 0, 1, image -> image, samples -> samples),
            new Part(
                    "mirrored left to right",
                    0,
                    0,
                    Views::flipLeftRight,
                    samples -> samples.area(new int[] {3, 2, 1, 0}, Samples.range(4))),
            new Part(
                    "mirrored top to bottom",
                    1,
                    1,
                    Views::flipTopBottom,
                    samples -> samples.area(Samples.range(4), new int[] {3, 2, 1, 0})),
            new Part("turned", 1, 0, Views::rotate90, Samples::rotated90));

    private OverlapRules() {}

    public static void addTo(List<Check> checks) {
        add(checks, "the same image", samples -> twice(ConversionRules.image(samples)));
        add(checks, "two images on one array", samples -> {
            byte[] bytes = samples.bytes();
            return new ImageLike[] {wrap(samples.shape, bytes), wrap(samples.shape, bytes)};
        });
        add(checks, "a read-only and a writable image", samples -> {
            ByteBuffer bytes = ByteBuffer.wrap(samples.bytes());
            return onBuffers(samples.shape, bytes.asReadOnlyBuffer(), bytes);
        });
        add(checks, "two images on one direct buffer", samples -> {
            byte[] bytes = samples.bytes();
            ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(0, bytes);
            return onBuffers(samples.shape, direct.duplicate(), direct);
        });
        add(checks, "an image of another class and one on its array", samples -> {
            StandardImage image = wrap(samples.shape, samples.bytes());
            return new ImageLike[] {ForeignImage.of(image, false), image};
        });
        add(checks, "an image on an array and one of another class", samples -> {
            StandardImage image = wrap(samples.shape, samples.bytes());
            return new ImageLike[] {image, ForeignImage.of(image, false)};
        });
        add(checks, "two computed images of one base", samples -> {
            Samples base = samples.copy();
            return new ImageLike[] {Place.COMPUTED.of(base), Place.COMPUTED.of(base)};
        });
        add(checks, "a foreign image wrapped twice, of rows without a base", samples -> {
            Samples foreign = samples.copy();
            return new ImageLike[] {baseless(foreign), baseless(foreign)};
        });
        add(checks, "an image and one computed from its array", samples -> {
            byte[] bytes = samples.bytes();
            StandardImage image = wrap(samples.shape, bytes);
            return new ImageLike[] {image, madeOf(image, List.of(bytes))};
        });
        add(checks, "one computed from an image and others, and that image", samples -> {
            StandardImage image = wrap(samples.shape, samples.bytes());
            return new ImageLike[] {madeOf(image, List.of(new Object(), new byte[1], image)), image};
        });
        add(checks, "one computed from the rows of another, and that one", samples -> {
            ImageLike image = Place.COMPUTED.of(samples.copy());
            return new ImageLike[] {madeOf(image, List.of(Images.rows(image))), image};
        });
        add(checks, "one computed from a read-only buffer, and an image on its array", samples -> {
            ByteBuffer bytes = ByteBuffer.wrap(samples.bytes());
            ImageLike image = onBuffers(samples.shape, bytes)[0];
            return new ImageLike[] {madeOf(image, List.of(bytes.asReadOnlyBuffer())), image};
        });
        Check.Body order = OverlapRules::copiesFirst;
        checks.add(new Check(RULE, GROUP, "when computed samples are read and written", order));
        checks.add(new Check(RULE, GROUP, "a grey image on the bytes of colours", probe -> {
            Samples colours = Samples.random(new Shape(Mode.RGB, 4, 4), 3);
            Samples grey = ConversionFormulas.convert(colours, Mode.L);
            byte[] bytes = colours.bytes();
            StandardImage rgb = StandardImage.wrap(Mode.RGB, 4, 4, bytes);
            StandardImage target = StandardImage.wrap(
                    PixelLayout.of(Mode.L, 4, 4, ByteBuffer.wrap(bytes, 20, 16).slice()));
            Images.copy(rgb, target);
            ConversionRules.expect(probe, grey, target);
        }));
    }

    /** Only the wrapped object reveals what its rows belong to. */
    private static ImageLike baseless(Samples foreign) {
        ImageLike image = Place.COMPUTED.of(foreign);
        return wrapped(foreign, image, new PassingRows(Images.rows(image)));
    }

    /** The samples of an image, computed from several things. */
    private static ImageLike madeOf(ImageLike image, List<?> bases) {
        return wrapped(new Object(), image, new PassingRows(Images.rows(image)) {
            @Override
            public List<?> foundations() {
                return bases;
            }
        });
    }

    private static ImageLike wrapped(Object foreign, ImageLike image, SampleRows rows) {
        return StandardImage.wrapping(foreign, image.mode(), image.width(), image.height(), rows);
    }

    private static ImageLike[] twice(ImageLike image) {
        return new ImageLike[] {image, image};
    }

    private static StandardImage wrap(Shape shape, byte... bytes) {
        return StandardImage.wrap(shape.mode(), shape.width(), shape.height(), bytes);
    }

    private static ImageLike[] onBuffers(Shape shape, ByteBuffer... buffers) {
        ImageLike[] images = new ImageLike[buffers.length];
        for (int i = 0; i < images.length; i++) {
            images[i] = StandardImage.wrap(PixelLayout.of(
                    shape.mode(), shape.width(), shape.height(), buffers[i].order(ByteOrder.nativeOrder())));
        }
        return images;
    }

    private static void add(List<Check> checks, String what, Pair pair) {
        for (Mode mode : List.of(Mode.RGB, Mode.L32)) {
            Samples before = Samples.random(new Shape(mode, SIDE, SIDE), mode.ordinal());
            checks.add(new Check(RULE, GROUP, "Images.copy, " + what + ", " + mode, probe -> {
                for (Part from : PARTS) {
                    for (Part to : PARTS) {
                        copies(probe, before, pair, from, to);
                    }
                }
            }));
            checks.add(new Check(RULE, GROUP, "assigning an area, " + what + ", " + mode, probe -> {
                for (Part from : PARTS) {
                    assigns(probe, before, pair, from);
                }
            }));
        }
    }

    private static void copies(Probe probe, Samples before, Pair pair, Part from, Part to) {
        ImageLike[] images = pair.of(before);
        Samples moved = from.turn.of(before.area(from.columns(), from.rows()));
        Images.copy(from.of(images[0]), to.of(images[1]));
        Endpoint.of(to.of(images[1])).expect(probe, "after " + from.name + " was copied to " + to.name, moved);
    }

    private static void assigns(Probe probe, Samples before, Pair pair, Part from) {
        ImageLike[] images = pair.of(before);
        Samples after = before.copy();
        after.replace(
                new int[] {2, 3, 4, 5}, new int[] {1, 2, 3, 4}, from.turn.of(before.area(from.columns(), from.rows())));
        images[1].set(Slice.of(2, 6), Slice.of(1, 5), from.of(images[0]));
        Endpoint.of(images[1]).expect(probe, "after " + from.name + " was assigned to [2:6, 1:5]", after);
    }

    /** Computed samples: assignment always copies first, Images.copy only if both have the same base. */
    private static void copiesFirst(Probe probe) {
        Object one = new Object();
        Object other = new Object();
        probe.same("Images.copy, one base, copies first", true, first(one, one, Images::copy));
        probe.same("Images.copy, two bases, copies first", false, first(one, other, Images::copy));
        probe.same(
                "assigning, two bases, copies first",
                true,
                first(one, other, (source, target) -> target.set(Slice.ALL, Slice.ALL, source)));
    }

    private interface Transport {
        void run(ImageLike source, ImageLike target);
    }

    /** Whether all of the source is read before anything is written. */
    private static boolean first(Object base, Object otherBase, Transport transport) {
        List<Boolean> accesses = new ArrayList<>();
        ComputedRows.Watcher watcher = (writes, row) -> accesses.add(writes);
        transport.run(computed(base, watcher), computed(otherBase, watcher));
        return accesses.lastIndexOf(false) < accesses.indexOf(true);
    }

    private static ImageLike computed(Object base, ComputedRows.Watcher watcher) {
        Samples samples = Samples.random(new Shape(Mode.RGB, 5, 9), 1);
        return StandardImage.wrapping(base, Mode.RGB, 5, 9, ComputedRows.of(samples, false, base, watcher));
    }
}
