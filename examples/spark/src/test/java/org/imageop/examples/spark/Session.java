package org.imageop.examples.spark;

import org.apache.spark.sql.SparkSession;

/** Spark with two threads of this process, for all tests; it ends with the process. */
final class Session {
    static final SparkSession SPARK = SparkSession.builder()
            .master("local[2]")
            .appName("tests")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2)
            .getOrCreate();

    private Session() {}
}
