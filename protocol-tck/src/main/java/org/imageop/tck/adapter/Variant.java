package org.imageop.tck.adapter;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.RawMemory;

/** Makes of an image one of its mode whose memory begins, goes on or means something otherwise. */
interface Variant {
    Offer.Made of(Probe probe, ImageLike image);

    /** From a name to the variant. */
    static Map<String, Variant> all() {
        Map<String, Variant> all = new LinkedHashMap<>();
        all.put("mirrored", onSame((probe, image) -> Views.flipLeftRight(image)));
        all.put("upside down", onSame((probe, image) -> Views.flipTopBottom(image)));
        all.put("rotated", onSame((probe, image) -> Views.rotate90(image)));
        all.put("a part of it", onSame(Variant::part));
        all.put("its every second column", onSame(Variant::thinned));
        all.put("its alpha meant otherwise", onSame(Variant::otherAlpha));
        all.put("inside an array", onOther(Variant::inside));
        all.put("its components in reverse order", onOther(Variant::reversed));
        all.put("packed into ints", onOther((probe, image) -> packed(probe, image, false)));
        all.put("packed into ints in reverse order", onOther((probe, image) -> packed(probe, image, true)));
        all.put("in fields of fewer bits", onOther(Variant::fewBits));
        all.put("as floats", onOther(Variant::floats));
        all.put("as signed numbers", onOther(Variant::signed));
        all.put("as unsigned numbers of a range", onOther(Variant::unsigned));
        all.put("in the other byte order", onOther(Variant::otherByteOrder));
        all.put("of a class of the kit's", seenAs(image -> ForeignImage.of(image, false)));
        all.put("read-only, of a class of the kit's", seenAs(image -> ForeignImage.of(image, true)));
        all.put(
                "on read-only memory",
                (probe, image) -> new Offer.Made(
                        ForeignImage.onReadOnlyMemory(image)
                                .orElseThrow(() -> probe.doesNotApply("the image has no layout")),
                        image));
        return all;
    }

    /** Makes an image on the same memory. */
    interface View {
        ImageLike of(Probe probe, ImageLike image);
    }

    /** Describes memory of its own for an image of the same mode and size. */
    interface Description {
        PixelLayout of(Probe probe, ImageLike image);
    }

    private static Variant onSame(View view) {
        return (probe, image) -> {
            ImageLike seen = view.of(probe, image);
            return new Offer.Made(seen, seen);
        };
    }

    private static Variant onOther(Description description) {
        return onSame((probe, image) -> StandardImage.wrap(description.of(probe, image)));
    }

    private static Variant seenAs(UnaryOperator<ImageLike> view) {
        return (probe, image) -> new Offer.Made(view.apply(image), image);
    }

    private static ImageLike part(Probe probe, ImageLike image) {
        int edge = image.mode().xDivisor();
        if (image.width() <= edge || image.height() <= edge) {
            throw probe.doesNotApply("the image has no smaller part");
        }
        return Views.crop(image, edge, edge, image.width() - edge, image.height() - edge);
    }

    private static ImageLike thinned(Probe probe, ImageLike image) {
        if (image.mode().planar()) {
            throw probe.doesNotApply("planes cannot be thinned out (V-4)");
        }
        return Views.select(image, Slice.ALL.by(2), Slice.ALL);
    }

    private static ImageLike otherAlpha(Probe probe, ImageLike image) {
        PixelLayout layout = image.buffer().layout().orElseThrow(() -> probe.doesNotApply("the image has no layout"));
        AlphaType other = switch (layout.alpha()) {
            case OPAQUE -> throw probe.doesNotApply("the image has no alpha");
            case STRAIGHT -> AlphaType.PREMULTIPLIED;
            case PREMULTIPLIED -> AlphaType.STRAIGHT;
        };
        return StandardImage.wrap(PixelLayout.of(
                layout.mode(),
                layout.size().width(),
                layout.size().height(),
                other,
                layout.planes().toArray(Plane[]::new)));
    }

    private static PixelLayout inside(Probe probe, ImageLike image) {
        int length = (int) image.mode().length(image.size());
        ByteBuffer slice = ByteBuffer.allocate(length + 24).slice(8, length).order(ByteOrder.nativeOrder());
        return PixelLayout.of(image.mode(), image.width(), image.height(), slice);
    }

    private static PixelLayout reversed(Probe probe, ImageLike image) {
        int n = pixels(probe, image);
        if (n == 1) {
            throw probe.doesNotApply("the image has one component");
        }
        Buffer memory = whole(image, n);
        return interleaved(image, n, c -> Plane.of(memory, n - 1 - c, n, (long) n * image.width()));
    }

    private static PixelLayout packed(Probe probe, ImageLike image, boolean inReverse) {
        int n = pixels(probe, image);
        int bits = image.mode().bitsPerComponent();
        if (n == 1 || n * bits > Integer.SIZE) {
            throw probe.doesNotApply("a pixel is not several fields of an int");
        }
        IntBuffer memory = IntBuffer.allocate(image.width() * image.height());
        return interleaved(
                image, n, c -> Plane.packed(memory, 0, 1, image.width(), bits * (inReverse ? n - 1 - c : c), bits));
    }

    /** As many pixels to an element as {@code whole} has samples, in three fifths of its bits. */
    private static PixelLayout fewBits(Probe probe, ImageLike image) {
        int n = pixels(probe, image);
        int bits = image.mode().bitsPerComponent() * 5 / 8;
        Buffer memory = whole(image, n);
        return interleaved(image, n, c -> Plane.packed(memory, c, n, (long) n * image.width(), 1, bits));
    }

    private static PixelLayout floats(Probe probe, ImageLike image) {
        int n = pixels(probe, image);
        FloatBuffer memory = FloatBuffer.allocate(n * image.width() * image.height());
        return interleaved(image, n, c -> Plane.ranged(memory, c, n, (long) n * image.width(), new Plane.Range(0, 1)));
    }

    private static PixelLayout signed(Probe probe, ImageLike image) {
        int n = pixels(probe, image);
        double half = Math.pow(2, image.mode().bitsPerComponent() - 1.0);
        Buffer memory = whole(image, n);
        return interleaved(
                image, n, c -> Plane.ranged(memory, c, n, (long) n * image.width(), new Plane.Range(-half, half - 1)));
    }

    /** Half of what elements can hold is white. */
    private static PixelLayout unsigned(Probe probe, ImageLike image) {
        int n = pixels(probe, image);
        double half = Math.pow(2, image.mode().bitsPerComponent() - 1.0);
        Buffer memory = whole(image, n);
        return interleaved(
                image, n, c -> Plane.rangedUnsigned(memory, c, n, (long) n * image.width(), new Plane.Range(0, half)));
    }

    private static PixelLayout otherByteOrder(Probe probe, ImageLike image) {
        int n = pixels(probe, image);
        int bytes = image.mode().bitsPerComponent() / 8;
        if (bytes == 1) {
            throw probe.doesNotApply("a byte has no byte order");
        }
        ByteOrder other =
                ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer raw =
                ByteBuffer.allocate(bytes * n * image.width() * image.height()).order(other);
        Buffer memory = bytes == 2 ? raw.asShortBuffer() : raw.asIntBuffer();
        return interleaved(image, n, c -> Plane.of(memory, c, n, (long) n * image.width()));
    }

    private static int pixels(Probe probe, ImageLike image) {
        if (image.mode().planar()) {
            throw probe.doesNotApply("the components of a planar image are apart");
        }
        return image.mode().components();
    }

    /** An array with an element for each sample. */
    private static Buffer whole(ImageLike image, int components) {
        int samples = components * image.width() * image.height();
        RawMemory.Element element = switch (image.mode().bitsPerComponent()) {
            case 8 -> RawMemory.Element.BYTE;
            case 16 -> RawMemory.Element.SHORT;
            default -> RawMemory.Element.INT;
        };
        return new RawMemory.Kind(element, false, null).allocate(samples);
    }

    private static PixelLayout interleaved(
            ImageLike image, int components, java.util.function.IntFunction<Plane> planes) {
        Plane[] all = new Plane[components];
        for (int c = 0; c < components; c++) {
            all[c] = planes.apply(c);
        }
        Mode mode = image.mode();
        return PixelLayout.of(
                mode, image.width(), image.height(), mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE, all);
    }
}
