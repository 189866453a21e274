package org.imageop.tck.adapter;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.imageop.AlphaType;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.engine.Probe;

/** What an adapter may be given beside the images of its author: bytes without a layout, and memory that is read-only. */
public record ForeignImage(Mode mode, ImageSize size, ImageBuffer buffer, Map<String, Object> info)
        implements ImageMixin {

    public static ImageLike of(ImageLike image, boolean readOnly) {
        return new ForeignImage(image.mode(), image.size(), new Bytes(image.buffer(), readOnly), Map.of());
    }

    /** The same memory, so that it can only be read; empty if there is no layout. */
    public static Optional<ImageLike> onReadOnlyMemory(ImageLike image) {
        return image.buffer()
                .layout()
                .map(layout -> StandardImage.wrap(PixelLayout.of(
                        layout.mode(),
                        layout.size().width(),
                        layout.size().height(),
                        layout.alpha(),
                        layout.planes().stream().map(ForeignImage::readOnly).toArray(Plane[]::new))));
    }

    /** Makes another image of one. */
    public interface View {
        ImageLike apply(Probe probe, ImageLike image);
    }

    /** Memory that begins, goes on or means something otherwise than that of the author's images. */
    public static Map<String, View> views() {
        Map<String, View> views = new LinkedHashMap<>();
        views.put("mirrored", (probe, image) -> Views.flipLeftRight(image));
        views.put("upside down", (probe, image) -> Views.flipTopBottom(image));
        views.put("rotated", (probe, image) -> Views.rotate90(image));
        views.put("a part of it", ForeignImage::part);
        views.put("its every second column", ForeignImage::thinned);
        views.put("inside an array", ForeignImage::inside);
        views.put("its alpha meant otherwise", ForeignImage::otherAlpha);
        return views;
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

    private static ImageLike inside(Probe probe, ImageLike image) {
        int length = (int) image.mode().length(image.size());
        ByteBuffer slice = ByteBuffer.allocate(length + 24).slice(8, length).order(ByteOrder.nativeOrder());
        return StandardImage.wrap(PixelLayout.of(image.mode(), image.width(), image.height(), slice));
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

    private static Plane readOnly(Plane plane) {
        Buffer memory = readOnly(plane.memory());
        return plane.range() == null
                ? Plane.packed(
                        memory, plane.offset(), plane.pixelStride(), plane.lineStride(), plane.shift(), plane.bits())
                : Plane.ranged(memory, plane.offset(), plane.pixelStride(), plane.lineStride(), plane.range());
    }

    private static Buffer readOnly(Buffer memory) {
        if (memory instanceof ByteBuffer bytes) {
            return bytes.asReadOnlyBuffer();
        } else if (memory instanceof ShortBuffer shorts) {
            return shorts.asReadOnlyBuffer();
        }
        return memory instanceof IntBuffer ints ? ints.asReadOnlyBuffer() : ((FloatBuffer) memory).asReadOnlyBuffer();
    }

    private record Bytes(ImageBuffer bytes, boolean readOnly) implements ImageBuffer {
        @Override
        public long length() {
            return bytes.length();
        }

        @Override
        public int get(long index) {
            return bytes.get(index);
        }

        @Override
        public void set(long index, int value) {
            if (readOnly) {
                throw new ReadOnlyImageException("The kit lends this image for reading only; copy it with"
                        + " StandardImage.from to change it [errors.md#read-only]");
            }
            bytes.set(index, value);
        }
    }
}
