package org.imageop.imglib2.pixels;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.spi.Losses;

/** The pixel type in which ImgLib2 has the numbers of an image, as they are, whatever their range is. */
public enum NumberType {
    BYTE(ByteType.class, ByteBuffer::allocate),
    SHORT(ShortType.class, ShortBuffer::allocate),
    INT(IntType.class, IntBuffer::allocate),
    UNSIGNED_BYTE(UnsignedByteType.class, ByteBuffer::allocate),
    UNSIGNED_SHORT(UnsignedShortType.class, ShortBuffer::allocate),
    UNSIGNED_INT(UnsignedIntType.class, IntBuffer::allocate),
    FLOAT(FloatType.class, FloatBuffer::allocate),
    /** What holds all others; no memory of the protocol is of doubles. */
    DOUBLE(DoubleType.class, DoubleBuffer::allocate);

    private final Class<?> pixel;
    private final IntFunction<Buffer> memory;

    NumberType(Class<?> pixel, IntFunction<Buffer> memory) {
        this.pixel = pixel;
        this.memory = memory;
    }

    /** The type of an image's numbers: of its memory, or of the ImgLib2 image that it shows; empty if it has samples alone. */
    public static Optional<NumberType> of(ImageLike image) {
        if (image.mode().planar() || !Losses.hasNumbers(image)) {
            return Optional.empty();
        }
        Set<NumberType> found = image.buffer()
                .layout()
                .map(PixelLayout::planes)
                .map(planes -> planes.stream().map(NumberType::of).collect(Collectors.toSet()))
                .orElseGet(() -> shown(image));
        return Optional.of(found.size() == 1 ? found.iterator().next() : DOUBLE);
    }

    private static NumberType of(Plane plane) {
        Buffer elements = plane.memory();
        if (plane.range() == null) {
            return DOUBLE;
        } else if (elements instanceof FloatBuffer) {
            return FLOAT;
        } else if (elements instanceof ByteBuffer) {
            return plane.signed() ? BYTE : UNSIGNED_BYTE;
        } else if (elements instanceof ShortBuffer) {
            return plane.signed() ? SHORT : UNSIGNED_SHORT;
        }
        return plane.signed() ? INT : UNSIGNED_INT;
    }

    private static Set<NumberType> shown(ImageLike image) {
        RandomAccessibleInterval<?> shown =
                Images.unwrap(image, RandomAccessibleInterval.class).orElse(null);
        if (shown == null) {
            return Set.of();
        }
        Object pixel = shown.getType();
        return EnumSet.allOf(NumberType.class).stream()
                .filter(type -> type.isInstance(pixel))
                .collect(Collectors.toSet());
    }

    /** Whether a pixel is of this type. */
    public boolean isInstance(Object object) {
        return pixel.isInstance(object);
    }

    /** Memory for so many numbers. */
    public Buffer allocate(int count) {
        return memory.apply(count);
    }

    /** A plane of such numbers, row by row without gaps. */
    public Plane plane(Buffer numbers, long offset, int width, Plane.Range range) {
        return switch (this) {
            case UNSIGNED_BYTE, UNSIGNED_SHORT, UNSIGNED_INT -> Plane.rangedUnsigned(numbers, offset, 1, width, range);
            default -> Plane.ranged(numbers, offset, 1, width, range);
        };
    }
}
