package org.imageop.tck.adapter;

import java.nio.Buffer;
import java.util.Map;
import java.util.Optional;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.tck.engine.RawMemory;

/** An image of a class of the kit's: bytes without a layout. */
public record ForeignImage(Mode mode, ImageSize size, ImageBuffer buffer, Map<String, Object> info)
        implements ImageMixin {

    public static ImageLike of(ImageLike image, boolean readOnly) {
        return new ForeignImage(image.mode(), image.size(), new Bytes(image.buffer(), readOnly), Map.of());
    }

    /** The same memory, so that it can only be read; empty without a layout. */
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

    private static Plane readOnly(Plane plane) {
        Buffer memory = RawMemory.readOnly(plane.memory());
        if (plane.range() == null) {
            return Plane.packed(
                    memory, plane.offset(), plane.pixelStride(), plane.lineStride(), plane.shift(), plane.bits());
        }
        return plane.signed()
                ? Plane.ranged(memory, plane.offset(), plane.pixelStride(), plane.lineStride(), plane.range())
                : Plane.rangedUnsigned(memory, plane.offset(), plane.pixelStride(), plane.lineStride(), plane.range());
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
