package org.imageop.examples.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A program for spark-submit: shrinks all images of a folder, and of the folders in it.
 *
 * <p>The output is a new folder: {@code images}, Parquet with {@code path}, {@code image} and {@code error} of each file; {@code files}, a
 * PNG for each image; {@code failures}, JSON with {@code path} and {@code error} of what is not an image. Each file is decoded once.
 */
public final class ResizeFolder {
    private ResizeFolder() {}

    /**
     * What was done.
     *
     * @param images how many files were images
     * @param failures how many were not
     */
    public record Report(long images, long failures) {}

    /**
     * Runs the program in the session that spark-submit describes.
     *
     * @param args a folder, a folder that does not exist yet, and the side of the square that each image is to fit into
     * @throws IOException if a folder cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("Three arguments are needed, as in: photos small 640");
        }
        SparkSession spark = SparkSession.builder().appName("ResizeFolder").getOrCreate();
        try {
            Report report = run(spark, args[0], args[1], Integer.parseInt(args[2]));
            System.out.println(report.images() + " images in " + args[1] + "/files, " + report.failures()
                    + " failures in " + args[1] + "/failures");
        } finally {
            spark.stop();
        }
    }

    /**
     * Runs the program in a session.
     *
     * @param spark the session
     * @param input a folder, in any file system that Spark reads
     * @param output a folder that does not exist yet
     * @param side the side of the square that each image is to fit into
     * @return what was done
     * @throws IOException if a folder cannot be read or written
     */
    public static Report run(SparkSession spark, String input, String output, int side) throws IOException {
        SparkSession session = spark.newSession(); // whose functions and settings are its own
        ImageFunctions.register(session, ImageFunctions.USUAL_MAX_PIXELS);
        session.read()
                .format("binaryFile")
                .option("recursiveFileLookup", "true")
                .load(input)
                .selectExpr("path", "image_read(path, content) AS read")
                .selectExpr("path", "image_fit(read.image, " + side + ", " + side + ") AS image", "read.error AS error")
                .write()
                // rows of images are large: Parquet's writer looks at its memory after each, not after a hundred
                .option("parquet.page.size.row.check.min", "1")
                .parquet(output + "/images");

        // for the same reason its reader takes them one by one, not by the thousand
        session.conf().set("spark.sql.parquet.enableVectorizedReader", "false");
        Dataset<Row> done = session.read().parquet(output + "/images");
        Dataset<Row> failures =
                done.where("error IS NOT NULL").select("path", "error").union(emptyFiles(session, new Path(input)));
        failures.write().json(output + "/failures");
        Dataset<Row> images = done.where("error IS NULL");
        images.selectExpr("path", "image_encode(image, 'PNG') AS content")
                .foreachPartition(writing(session, input, output + "/files"));
        return new Report(images.count(), failures.count());
    }

    /** Of empty files Spark makes no rows; hidden ones are not looked for, by its rule. */
    private static Dataset<Row> emptyFiles(SparkSession session, Path folder) throws IOException {
        List<Row> empty = new ArrayList<>();
        RemoteIterator<? extends FileStatus> files = folder.getFileSystem(
                        session.sparkContext().hadoopConfiguration())
                .listFiles(folder, true);
        while (files.hasNext()) {
            FileStatus file = files.next();
            if (file.getLen() == 0 && !file.getPath().getName().matches("[._].*")) {
                empty.add(RowFactory.create(file.getPath().toString(), "The file is empty"));
            }
        }
        return session.createDataFrame(
                empty, new StructType().add("path", DataTypes.StringType).add("error", DataTypes.StringType));
    }

    /** Writes the rows of a partition as files, named as those that they were read from. A repeated task writes the same again. */
    private static ForeachPartitionFunction<Row> writing(SparkSession spark, String input, String output)
            throws IOException {
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        SerializableConfiguration settings = new SerializableConfiguration(configuration);
        Path folder = new Path(input);
        String root = folder.getFileSystem(configuration).makeQualified(folder) + "/";
        return (Iterator<Row> rows) -> {
            while (rows.hasNext()) {
                Row row = rows.next();
                String path = row.getString(0);
                String name = path.startsWith(root) ? path.substring(root.length()) : new Path(path).getName();
                Path file = new Path(output, name + ".png");
                FileSystem files = file.getFileSystem(settings.value());
                try (OutputStream stream = files.create(file, true)) {
                    stream.write(row.<byte[]>getAs("content"));
                }
            }
        };
    }
}
