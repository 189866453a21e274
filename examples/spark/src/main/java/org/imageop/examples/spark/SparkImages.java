package org.imageop.examples.spark;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.Views;
import org.imageop.color.Profiles;
import org.imageop.spi.CopyMemory;
import org.jspecify.annotations.Nullable;

/**
 * Rows of Spark's image schema as images of the protocol, and vice versa, on the same bytes.
 *
 * <p>A row holds rows of pixels without gaps: grey, BGR or BGRA, in samples of 8 or 16 bits, 16 bits as little endian. {@code mode} is
 * OpenCV's number for it: 0, 16 and 24 with 8 bits, 2, 18 and 26 with 16. Colours are sRGB, and upright: a row has no place for a
 * profile or an orientation.
 *
 * <p>All methods may be called by several threads at once.
 */
public final class SparkImages {
    /** The fields of an image, as in {@code ImageSchema.columnSchema()} of spark-mllib. */
    public static final StructType SCHEMA = new StructType()
            .add("origin", DataTypes.StringType, true)
            .add("height", DataTypes.IntegerType, false)
            .add("width", DataTypes.IntegerType, false)
            .add("nChannels", DataTypes.IntegerType, false)
            .add("mode", DataTypes.IntegerType, false)
            .add("data", DataTypes.BinaryType, false);

    /** What a row can hold. */
    public static final Set<Mode> MODES =
            Collections.unmodifiableSet(EnumSet.of(Mode.L, Mode.L16, Mode.RGB, Mode.RGB48, Mode.RGBA, Mode.RGBA64));

    private static final int ORIGIN = 0;
    private static final int HEIGHT = 1;
    private static final int WIDTH = 2;
    private static final int CHANNELS = 3;
    private static final int TYPE = 4;
    private static final int DATA = 5;

    private SparkImages() {}

    /**
     * The image in a row of 8 or 16 bits. Nothing is copied: writing the image writes the row's bytes.
     *
     * @param row of the {@link #SCHEMA}, or of {@code format("image")}
     * @return an image that shares the bytes, and keeps the row
     * @throws UnsupportedImageException if the row holds another kind of image, or none: Spark marks a failure by the mode −1
     */
    public static ImageLike wrap(Row row) {
        return StandardImage.wrapping(row, layout(row, null));
    }

    /**
     * The image in a row of floats, OpenCV's types 5, 21 and 29. Nothing is copied.
     *
     * @param row of the {@link #SCHEMA}
     * @param range the numbers that stand for black and white; OpenCV shows 0 and 1 so
     * @return an image of 16 bits that shares the bytes, and keeps the numbers
     * @throws UnsupportedImageException if the row holds no floats
     */
    public static ImageLike wrap(Row row, Plane.Range range) {
        return StandardImage.wrapping(row, layout(row, range));
    }

    /**
     * The row of an image. Its bytes are the image's own array if the image lies there as a row does: a BufferedImage of {@code
     * TYPE_3BYTE_BGR}, as JPEG files are read, or of {@code TYPE_BYTE_GRAY}, and what {@link #wrap(Row)} returned. Otherwise pixels are
     * copied: turned upright, converted to sRGB, grey with alpha to RGBA, and CMYK to RGB.
     *
     * @param image any image of 8 or 16 bits
     * @param origin where it comes from, such as the path of its file
     * @return a row of the {@link #SCHEMA}
     * @throws UnsupportedImageException if it has samples of 32 bits or numbers of a range, which a row of 16 bits would cut
     * @throws IllegalArgumentException if no array, or not this heap, can hold its bytes
     */
    public static Row toRow(ImageLike image, @Nullable String origin) {
        Row row = Images.unwrap(image, Row.class).orElse(null);
        return row == null
                ? toRow(image, image.mode().nearestIn(MODES), origin)
                : row(image.size(), new OpenCvType(row.getInt(TYPE)), row.getAs(DATA), origin);
    }

    /**
     * The row of an image in another mode; {@linkplain StandardImage#from(ImageLike, Mode) converted} if it has another one.
     *
     * @param image any image of 8 or 16 bits
     * @param mode one of {@link #MODES}
     * @param origin where it comes from, such as the path of its file
     * @return a row of the {@link #SCHEMA}
     * @throws UnsupportedImageException as {@link #toRow(ImageLike, String)}, or if a row cannot hold the mode
     * @throws IllegalArgumentException if no array, or not this heap, can hold its bytes
     */
    public static Row toRow(ImageLike image, Mode mode, @Nullable String origin) {
        if (!MODES.contains(mode)) {
            throw new UnsupportedImageException(
                    "A row of Spark's image schema cannot hold " + mode + "; convert the image to one of " + MODES);
        }
        checkSamples(image);
        ImageLike shown = Profiles.viewAsSrgb(upright(image));
        OpenCvType type = OpenCvType.of(mode);
        byte[] data = shown.mode() == mode ? rowBytes(shown, type) : null;
        if (data == null) {
            int bytes = shown.size().arrayLength(mode.bytesPerPixel());
            data = CopyMemory.allocate(shown, bytes, () -> new byte[bytes]);
            StandardImage.from(shown, layout(shown.size(), type, data));
        }
        return row(shown.size(), type, data, origin);
    }

    private static Row row(ImageSize size, OpenCvType type, byte[] data, @Nullable String origin) {
        return RowFactory.create(origin, size.height(), size.width(), type.channels(), type.number(), data);
    }

    private static void checkSamples(ImageLike image) {
        Mode mode = image.mode();
        boolean numbers = !mode.planar() && !Images.rows(image).ranges().isEmpty();
        if (numbers || mode.bitsPerComponent() > 16) {
            throw new UnsupportedImageException("A row of Spark's image schema has 8 or 16 bits, and would cut "
                    + (numbers ? "the numbers of this " + mode + " image" : "the 32 bits of this image")
                    + "; StandardImage.from(image, Mode.L16), or another mode, makes samples of 16 bits first");
        }
    }

    private static ImageLike upright(ImageLike image) {
        Object orientation = image.info().getOrDefault(InfoKeys.ORIENTATION, 1);
        return orientation.equals(1) ? image : Views.orient(image, (Integer) orientation);
    }

    /** The array of an image that lies as the bytes of a row do, or null. */
    private static byte @Nullable [] rowBytes(ImageLike image, OpenCvType type) {
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (layout == null
                || layout.alpha() == AlphaType.PREMULTIPLIED
                || !(layout.arrangement() instanceof Arrangement.Interleaved at)
                || !(at.memory() instanceof ByteBuffer memory)
                || !memory.hasArray()) {
            return null;
        }
        byte[] array = memory.array();
        boolean whole = memory.arrayOffset() + at.offset() == 0
                && array.length == image.mode().length(image.size());
        boolean alike = at.order().equals(type.order())
                && at.pixelStride() == type.channels()
                && at.lineStride() == (long) type.channels() * image.width();
        return whole && alike ? array : null;
    }

    private static PixelLayout layout(ImageSize size, OpenCvType type, byte[] data) {
        return PixelLayout.interleaved(
                type.mode(), size.width(), size.height(), type.order(), memory(data), 0, line(size, type));
    }

    private static PixelLayout layout(Row row, Plane.@Nullable Range range) {
        OpenCvType type = new OpenCvType(row.getInt(TYPE));
        if (!type.known() || type.floats() == (range == null)) {
            throw new UnsupportedImageException("The row of " + row.get(ORIGIN) + " has OpenCV's type " + type.number()
                    + (type.number() < 0 ? ", by which Spark marks what is not an image;" : ";")
                    + (range == null
                            ? " 1, 3 or 4 channels of 8 or 16 bits are wrapped, floats with a range"
                            : " 1, 3 or 4 channels of floats are wrapped with a range, others without"));
        }
        ImageSize size = new ImageSize(row.getInt(WIDTH), row.getInt(HEIGHT));
        byte[] data = row.getAs(DATA);
        // below 2^64, so that a product that is too large is negative
        long samples = (long) size.width() * size.height() * type.channels();
        if (row.getInt(CHANNELS) != type.channels()
                || size.width() < 1
                || size.height() < 1
                || samples < 0
                || samples > data.length
                || data.length != samples * type.sampleBytes()) {
            throw new UnsupportedImageException("The row of " + row.get(ORIGIN) + " has " + size.width() + "×"
                    + size.height() + " pixels, " + row.getInt(CHANNELS) + " channels, OpenCV's type " + type.number()
                    + " and " + data.length + " bytes, which contradict one another");
        }
        return range == null
                ? layout(size, type, data)
                : PixelLayout.ranged(
                        type.mode(),
                        size.width(),
                        size.height(),
                        type.order(),
                        range,
                        memory(data).asFloatBuffer(),
                        0,
                        line(size, type));
    }

    private static ByteBuffer memory(byte[] data) {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long line(ImageSize size, OpenCvType type) {
        return (long) size.width() * type.channels();
    }
}
