/** Images in Spark: {@link org.imageop.examples.spark.SparkImages} in rows, {@link org.imageop.examples.spark.ImageFunctions} in SQL. */
@NullMarked
package org.imageop.examples.spark;

import org.jspecify.annotations.NullMarked;
