package org.imageop.examples.spark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Decodes a folder again and again, by Spark's image source or by imageop, and prints what each round took. */
public final class DecodeSpeed {
    static final String PREFIX = "decoded in ms of CPU, of time: ";

    private DecodeSpeed() {}

    /** Takes "spark" or "imageop", the folder, and the number of rounds. */
    public static void main(String[] args) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                long cpu = system.getProcessCpuTime();
                long time = System.nanoTime();
                images(spark, args[0], args[1])
                        .write()
                        .format("noop")
                        .mode("overwrite")
                        .save();
                System.out.println(PREFIX + (system.getProcessCpuTime() - cpu) / 1_000_000 + " "
                        + (System.nanoTime() - time) / 1_000_000);
            }
        }
    }

    private static Dataset<Row> images(SparkSession spark, String how, String folder) {
        if (how.equals("spark")) {
            return spark.read().format("image").load(folder);
        }
        ImageFunctions.register(spark, ImageFunctions.USUAL_MAX_PIXELS);
        return spark.read().format("binaryFile").load(folder).selectExpr("image_read(path, content) AS read");
    }
}
