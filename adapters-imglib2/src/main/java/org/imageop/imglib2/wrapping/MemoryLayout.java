package org.imageop.imglib2.wrapping;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.Map;
import net.imglib2.Dirty;
import net.imglib2.img.NativeImg;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.AbstractByteArray;
import net.imglib2.img.basictypeaccess.array.AbstractFloatArray;
import net.imglib2.img.basictypeaccess.array.AbstractIntArray;
import net.imglib2.img.basictypeaccess.array.AbstractShortArray;
import net.imglib2.img.basictypeaccess.nio.AbstractBufferAccess;
import net.imglib2.img.basictypeaccess.volatiles.VolatileAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.imglib2.PixelsNotLoadedException;
import org.imageop.imglib2.geometry.Axes;
import org.imageop.imglib2.geometry.ViewPath;
import org.imageop.imglib2.pixels.PixelType;
import org.jspecify.annotations.Nullable;

/** Describes the memory of an ArrayImg or PlanarImg under a chain of views. */
final class MemoryLayout {
    /** The memory of types whose elements are samples. */
    private static final Map<Class<?>, Class<? extends Buffer>> SAMPLES = Map.of(
            UnsignedByteType.class, ByteBuffer.class,
            UnsignedShortType.class, ShortBuffer.class,
            UnsignedIntType.class, IntBuffer.class,
            ARGBType.class, IntBuffer.class);

    /** The memory of types whose elements are numbers of a range. */
    private static final Map<Class<?>, Class<? extends Buffer>> NUMBERS = Map.of(
            UnsignedByteType.class, ByteBuffer.class,
            UnsignedShortType.class, ShortBuffer.class,
            UnsignedIntType.class, IntBuffer.class,
            ByteType.class, ByteBuffer.class,
            ShortType.class, ShortBuffer.class,
            IntType.class, IntBuffer.class,
            FloatType.class, FloatBuffer.class);

    /** The lowest bits of red, green, blue and alpha. */
    private static final int[] ARGB_SHIFTS = {16, 8, 0, 24};

    private MemoryLayout() {}

    /** Where the first sample of a plane lies, and how far it is to the next. */
    private record Place(Buffer buffer, long offset, long pixelStride, long lineStride) {}

    /**
     * The layout of an image whose samples all lie in arrays or buffers.
     *
     * @return the layout, or null if samples are computed, loaded on demand or of a form that a layout does not know
     */
    static @Nullable PixelLayout layout(List<ViewPath> paths, PixelType type, Axes axes) {
        if (!type.plain()) {
            return null;
        }
        Mode mode = type.mode();
        Plane[] planes = new Plane[mode.components()];
        for (int c = 0; c < planes.length; c++) {
            boolean argb = type.kind() == PixelType.Kind.ARGB;
            Place place = place(paths.get(argb ? 0 : c));
            if (place == null || !fits(place.buffer, type)) {
                return null;
            }
            planes[c] = plane(place, type, argb ? ARGB_SHIFTS[c] : 0);
        }
        AlphaType alpha = mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        return PixelLayout.of(mode, axes.width(), axes.height(), alpha, planes);
    }

    private static Plane plane(Place at, PixelType type, int shift) {
        return switch (type.kind()) {
            case ARGB -> Plane.packed(at.buffer, at.offset, at.pixelStride, at.lineStride, shift, 8);
            case NUMBERS ->
                SAMPLES.containsKey(type.type())
                        ? Plane.rangedUnsigned(at.buffer, at.offset, at.pixelStride, at.lineStride, type.range())
                        : Plane.ranged(at.buffer, at.offset, at.pixelStride, at.lineStride, type.range());
            default -> Plane.of(at.buffer, at.offset, at.pixelStride, at.lineStride);
        };
    }

    /** Whether the elements are what a plane makes of them: as wide, signed or floating-point. */
    private static boolean fits(Buffer buffer, PixelType type) {
        Class<?> memory = (type.range() == null ? SAMPLES : NUMBERS).get(type.type());
        return memory != null && memory.isInstance(buffer);
    }

    private static @Nullable Place place(ViewPath path) {
        if (path.source() instanceof ArrayImg<?, ?> image) {
            Buffer buffer = buffer(image.update(null));
            return buffer == null ? null : place(buffer, image, path, image.numDimensions());
        } else if (path.source() instanceof PlanarImg<?, ?> image) {
            int slice = slice(image, path);
            Buffer buffer = slice < 0 ? null : buffer(image.getPlane(slice));
            return buffer == null ? null : place(buffer, image, path, Math.min(2, image.numDimensions()));
        }
        return null;
    }

    /** The place in memory where the first dimensions are in flat order. */
    private static Place place(Buffer buffer, NativeImg<?, ?> image, ViewPath path, int dimensions) {
        long offset = 0;
        long pixelStride = 0;
        long lineStride = 0;
        long stride = 1;
        for (int d = 0; d < dimensions; d++) {
            offset += stride * path.origin()[d];
            pixelStride += stride * path.across()[d];
            lineStride += stride * path.down()[d];
            stride *= image.dimension(d);
        }
        return new Place(buffer, offset, pixelStride, lineStride);
    }

    /** The array that holds a whole plane of the path, or −1 if the plane cuts through several arrays. */
    private static int slice(PlanarImg<?, ?> image, ViewPath path) {
        long slice = 0;
        long stride = 1;
        for (int d = 2; d < image.numDimensions(); d++) {
            if (path.across()[d] != 0 || path.down()[d] != 0) {
                return -1;
            }
            slice += stride * path.origin()[d];
            stride *= image.dimension(d);
        }
        return (int) slice;
    }

    /** The access's memory, or null if its form is unknown or it tracks each write. */
    private static @Nullable Buffer buffer(@Nullable Object access) {
        if (access instanceof VolatileAccess state && !state.isValid()) {
            throw new PixelsNotLoadedException(
                    "The pixels of this image are marked as not valid; wrap it when they have been loaded"
                            + " [errors.md#pixels-not-loaded]");
        }
        if (access instanceof Dirty) {
            return null;
        } else if (access instanceof AbstractByteArray<?> array) {
            return ByteBuffer.wrap(array.getCurrentStorageArray());
        } else if (access instanceof AbstractShortArray<?> array) {
            return ShortBuffer.wrap(array.getCurrentStorageArray());
        } else if (access instanceof AbstractIntArray<?> array) {
            return IntBuffer.wrap(array.getCurrentStorageArray());
        } else if (access instanceof AbstractFloatArray<?> array) {
            return FloatBuffer.wrap(array.getCurrentStorageArray());
        } else if (access instanceof AbstractBufferAccess<?, ?> buffer) {
            return buffer.getCurrentStorageArray();
        }
        return null;
    }
}
