package org.imageop.examples.spark;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.imageio.ImageFile;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.ReadOptions;
import org.imageop.imageio.WriteOptions;
import org.jspecify.annotations.Nullable;

/**
 * Functions on images for Spark, in Java and by their names in SQL.
 *
 * <pre>{@code
 * ImageFunctions.register(spark, ImageFunctions.USUAL_MAX_PIXELS);
 * spark.read().format("binaryFile").load("photos").createOrReplaceTempView("files");
 * spark.sql("SELECT read.error, image_fit(read.image, 640, 640) FROM (SELECT image_read(path, content) AS read FROM files)");
 * }</pre>
 *
 * <p>What cannot be read is a row with an error: one bad file among a million must not end the job. Only what the query itself
 * has wrong is thrown, such as the name of a mode that does not exist. A task that is cancelled is never taken for a bad file.
 *
 * <p>Images are rows of {@link SparkImages#SCHEMA}. Of null, each function makes null.
 */
public final class ImageFunctions {
    /** What {@link #read} returns: an image or an error, and null for the other. */
    public static final StructType READ =
            new StructType().add("image", SparkImages.SCHEMA, true).add("error", DataTypes.StringType, true);

    /** What {@link #info} returns: only the error, or all but it. */
    public static final StructType INFO = new StructType()
            .add("format", DataTypes.StringType, true)
            .add("mode", DataTypes.StringType, true)
            .add("width", DataTypes.IntegerType, true)
            .add("height", DataTypes.IntegerType, true)
            .add("frames", DataTypes.IntegerType, true)
            .add("orientation", DataTypes.IntegerType, true)
            .add("error", DataTypes.StringType, true);

    /** A limit for images that are decoded beside others: 2<sup>26</sup>, as 8192×8192 has, are 192 MiB of RGB. */
    public static final long USUAL_MAX_PIXELS = 1L << 26;

    private ImageFunctions() {}

    /**
     * Makes the functions known to a session by name: {@code image_read}, {@code image_info}, {@code image_fit}, {@code image_convert} and {@code
     * image_encode}.
     *
     * @param spark the session
     * @param maxPixels how many pixels an image may have; each task of an executor holds one at a time
     */
    public static void register(SparkSession spark, long maxPixels) {
        spark.udf().register("image_read", read(maxPixels));
        spark.udf().register("image_info", info());
        spark.udf().register("image_fit", fit());
        spark.udf().register("image_convert", convert());
        spark.udf().register("image_encode", encode());
    }

    /**
     * {@code image_read(origin, content)}: decodes the first image of a file. 16 bits and alpha are kept; see {@link
     * SparkImages#toRow}. It returns a {@link #READ}.
     *
     * @param maxPixels how many pixels an image may have; more are an error
     * @return a function, which is called once a row
     */
    public static UserDefinedFunction read(long maxPixels) {
        UDF2<String, byte[], Row> read = (origin, content) -> content == null ? null : read(origin, content, maxPixels);
        // Spark may call a deterministic function twice: for a column, and for a filter on it
        return functions.udf(read, READ).asNondeterministic();
    }

    /**
     * {@code image_info(content)}: what the header of a file says, without decoding a pixel. It returns an {@link #INFO}.
     *
     * @return a function
     */
    public static UserDefinedFunction info() {
        UDF1<byte[], Row> info = content -> content == null ? null : describe(content);
        return functions.udf(info, INFO);
    }

    /**
     * {@code image_fit(image, width, height)}: shrinks an image to the largest size of its shape within a box. What fits already
     * is returned as it is.
     *
     * @return a function
     */
    public static UserDefinedFunction fit() {
        UDF3<Row, Integer, Integer, Row> fit =
                (image, width, height) -> image == null ? null : fit(image, width, height);
        return functions.udf(fit, SparkImages.SCHEMA);
    }

    /**
     * {@code image_convert(image, mode)}: converts an image to a mode of {@link SparkImages#MODES}, given by its name.
     *
     * @return a function, which fails the query if the mode is not one of these
     */
    public static UserDefinedFunction convert() {
        UDF2<Row, String, Row> convert = (image, mode) ->
                image == null ? null : SparkImages.toRow(SparkImages.wrap(image), Mode.of(mode), origin(image));
        return functions.udf(convert, SparkImages.SCHEMA);
    }

    /**
     * {@code image_encode(image, format)}: the bytes of a file, such as {@code 'PNG'}, which holds all that a row can hold.
     *
     * @return a function, which fails the query if the format cannot hold the image
     */
    public static UserDefinedFunction encode() {
        UDF2<Row, String, byte[]> encode = (image, format) -> image == null
                ? null
                : ImageFiles.encode(SparkImages.wrap(image), WriteOptions.DEFAULTS.withFormat(format));
        return functions.udf(encode, DataTypes.BinaryType);
    }

    static Row read(@Nullable String origin, byte[] content, long maxPixels) throws InterruptedIOException {
        try {
            ImageLike image = ImageFiles.read(content, ReadOptions.DEFAULTS.withMaxPixels(maxPixels));
            return RowFactory.create(SparkImages.toRow(image, origin), null);
        } catch (InterruptedIOException cancelled) {
            throw cancelled;
        } catch (IOException | RuntimeException e) {
            return RowFactory.create(null, message(e));
        }
    }

    private static Row describe(byte[] content) throws InterruptedIOException {
        try (ImageFile file = ImageFiles.open(content)) {
            return RowFactory.create(
                    file.format(),
                    file.mode().name(),
                    file.size().width(),
                    file.size().height(),
                    file.frames(),
                    file.info().getOrDefault(InfoKeys.ORIENTATION, 1),
                    null);
        } catch (InterruptedIOException cancelled) {
            throw cancelled;
        } catch (IOException | RuntimeException e) {
            return RowFactory.create(null, null, null, null, null, null, message(e));
        }
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private static Row fit(Row row, int width, int height) {
        ImageLike image = SparkImages.wrap(row);
        if (image.width() <= width && image.height() <= height) {
            return row;
        }
        double scale = Math.min((double) width / image.width(), (double) height / image.height());
        int fittingWidth = Math.max(1, (int) Math.round(image.width() * scale));
        int fittingHeight = Math.max(1, (int) Math.round(image.height() * scale));
        return SparkImages.toRow(StandardImage.from(image, fittingWidth, fittingHeight), origin(row));
    }

    private static @Nullable String origin(Row image) {
        return image.getString(0);
    }
}
