package org.imageop.verification.proof.copies;

import static org.imageop.verification.proof.copies.BrokenLibraries.INTERNAL;
import static org.imageop.verification.proof.copies.BrokenLibraries.broken;

import java.util.List;
import org.imageop.verification.proof.broken.Broken;

/** Copies of the library with one mistake each about threads, sizes or errors. */
final class BrokenLimits {
    private BrokenLimits() {}

    static List<Broken> all() {
        return List.of(
                broken(
                        "T-1",
                        "buffer() is synchronized",
                        "org.imageop.StandardImage",
                        "public ImageBuffer buffer()",
                        "public synchronized ImageBuffer buffer()"),
                broken(
                        "T-5",
                        "small images are worked on by another thread",
                        INTERNAL + "rows.ParallelRows",
                        "work.rows(0, rows);",
                        "java.util.concurrent.CompletableFuture<Void> done = java.util.concurrent.CompletableFuture"
                                + ".runAsync(() -> work.rows(0, rows), task -> new Thread(task).start());"
                                + " try { done.join(); } catch (java.util.concurrent.CompletionException e) {"
                                + " throw (RuntimeException) e.getCause(); }"),
                broken(
                        "T-5",
                        "rows of foreign objects claim to serve several threads",
                        INTERNAL + "rows.CheckedRows",
                        "return rows.concurrent();",
                        "return true;"),
                broken(
                        "T-6",
                        "a transfer can change",
                        "org.imageop.Transfer",
                        "private final boolean writable;",
                        "private boolean writable;"),
                broken(
                        "T-7",
                        "lookup works in the thread that was first",
                        INTERNAL + "lookup.AdapterRegistry",
                        "ClassLoader own = AdapterRegistry",
                        "if (FIRST != Thread.currentThread()) { throw new IllegalStateException(\"not mine\"); }"
                                + " ClassLoader own = AdapterRegistry",
                        "private static final int MOST_PROVIDERS = 1000;",
                        "private static final int MOST_PROVIDERS = 1000;"
                                + " private static final Thread FIRST = Thread.currentThread();"),
                broken(
                        "M-1",
                        "components of up to 2³² samples are tried",
                        INTERNAL + "operations.Allocation",
                        "if (perPlane > LONGEST_ARRAY) {",
                        "if (perPlane > 2L * LONGEST_ARRAY) {"),
                broken(
                        "M-2",
                        "what exceeds the heap is an OutOfMemoryError",
                        INTERNAL + "operations.Allocation",
                        "if (bytes <= heap) {",
                        "if (bytes > heap) { throw new OutOfMemoryError(\"Java heap space\"); } if (bytes <= heap) {"),
                broken(
                        "M-3",
                        "16-bit images are off the heap",
                        INTERNAL + "operations.Allocation",
                        "ShortBuffer.allocate(samples)",
                        "ByteBuffer.allocateDirect(2 * samples).order(java.nio.ByteOrder.nativeOrder())"
                                + ".asShortBuffer()"),
                broken(
                        "M-5",
                        "a row's length overflows",
                        INTERNAL + "rows.RowLength",
                        "if (samples > Integer.MAX_VALUE - 8) {",
                        "if (pixels < 0) {"),
                broken(
                        "M-6",
                        "a slice's length overflows",
                        "org.imageop.ImageBuffer",
                        "if (count > Integer.MAX_VALUE - 8) {",
                        "if (count < 0) {"),
                broken(
                        "E-1",
                        "an image that is not supported is no IllegalArgumentException",
                        "org.imageop.UnsupportedImageException",
                        "extends IllegalArgumentException",
                        "extends RuntimeException"),
                broken(
                        "E-2",
                        "a message has no anchor",
                        "org.imageop.Line",
                        "negative positions belong to Slice [errors.md#no-such-index]",
                        "negative positions belong to Slice"),
                broken(
                        "E-3",
                        "components of a pixel are written one by one",
                        "org.imageop.Pixel",
                        "            Checks.value(mode, (int) selection.at(i), values[i]);",
                        "            set((int) selection.at(i), values[i]);"));
    }
}
