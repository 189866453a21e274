package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** That an image is passed on at a cost that does not depend on its size, by the JVM's own count of allocated bytes. */
class AllocationTest {
    private static final int SIDE = 16_384;

    /** Memory for a gibibyte of pixels that takes none: a file without content, mapped. */
    private static IntBuffer gibibyte() throws IOException {
        Path file = Files.createTempFile("imageop", ".pixels");
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, 4L * SIDE * SIDE)
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer();
        }
    }

    /** The bytes that a thread allocates for each call, once classes are loaded and tables have grown. */
    private static long bytes(Supplier<Object> call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int calls = 1000;
        Object[] results = new Object[2 * calls];
        for (int i = 0; i < calls; i++) {
            results[i] = call.get();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = calls; i < 2 * calls; i++) {
            results[i] = call.get();
        }
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(results).doesNotContainNull();
        return (after - before) / calls;
    }

    @Test
    void wrappingCostsNoMoreForAGibibyteOfPixels(TestReporter reporter) throws IOException {
        IntBuffer memory = gibibyte();
        StandardImage image = StandardImage.wrap(Layouts.argbPre(SIDE, SIDE, memory));
        WritableImage shared = FxImages.toWritableImage(image);
        PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(SIDE, SIDE, memory, PixelFormat.getIntArgbPreInstance());
        WritableImage readOnly = new WritableImage(buffer);
        // JavaFX would allocate a gibibyte; what it costs to wrap does not depend on the size
        WritableImage hidden = new WritableImage(16, 16);

        long wrapShared = bytes(() -> FxImages.wrap(shared));
        long wrapBuffer = bytes(() -> FxImages.wrap(buffer));
        long wrapHidden = bytes(() -> FxImages.wrap(hidden));
        long wrapReadOnly = bytes(() -> FxImages.wrap(readOnly));
        long again = bytes(() -> FxImages.toWritableImage(image));
        long first = bytes(() -> FxImages.toWritableImage(StandardImage.wrap(Layouts.argbPre(SIDE, SIDE, memory))));
        reporter.publishEntry("bytes allocated to wrap a WritableImage that shares", Long.toString(wrapShared));
        reporter.publishEntry("bytes allocated to wrap a PixelBuffer", Long.toString(wrapBuffer));
        reporter.publishEntry("bytes allocated to wrap any other image", Long.toString(wrapHidden));
        reporter.publishEntry("bytes allocated to wrap one on somebody's PixelBuffer", Long.toString(wrapReadOnly));
        reporter.publishEntry("bytes allocated to hand an image on for the first time", Long.toString(first));
        reporter.publishEntry("bytes allocated to hand it on again", Long.toString(again));

        assertThat(wrapShared).isLessThan(2048);
        assertThat(wrapBuffer).isLessThan(2048);
        assertThat(wrapHidden).isLessThan(2048);
        // here JavaFX throws an exception, whose stack trace is as large as the stack is deep
        assertThat(wrapReadOnly).isLessThan(8192);
        assertThat(again).isLessThan(512);
        assertThat(first).isLessThan(4096);

        image.set(SIDE - 1, SIDE - 1, 1, 2, 3, 255);
        assertThat(shared.getPixelReader().getArgb(SIDE - 1, SIDE - 1)).isEqualTo(0xff010203);
    }
}
