package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.imageop.ImageLike;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;

/** The registry of buffers keeps nothing alive. */
class GarbageTest {
    private static void assertCollected(WeakReference<?> reference) {
        for (int attempt = 0; attempt < 100 && reference.get() != null; attempt++) {
            System.gc();
        }
        assertThat(reference.get()).isNull();
    }

    @Test
    void aJavaFxImageIsCollectedWhileItsSourceLives() {
        StandardImage source = StandardImage.canvas(100, 100);
        WeakReference<WritableImage> image = new WeakReference<>(FxImages.toWritableImage(source));
        assertCollected(image);
        // nothing shows it any more, which is not an error
        FxImages.refresh(source);
        source.set(1, 1, 1, 2, 3, 255);
        assertThat(FxImages.toWritableImage(source).getPixelReader().getArgb(1, 1))
                .isEqualTo(0xff010203);
        Reference.reachabilityFence(source);
    }

    @Test
    void aSourceIsCollectedWhileItsJavaFxImageLives() {
        int[] memory = new int[4];
        StandardImage source = StandardImage.wrap(Layouts.argbPre(2, 2, IntBuffer.wrap(memory)));
        WritableImage image = FxImages.toWritableImage(source);
        WeakReference<StandardImage> reference = new WeakReference<>(source);
        source = null;
        assertCollected(reference);
        // the association with the memory lasts as long as the image
        FxImages.wrap(image).set(1, 1, 1, 2, 3, 255);
        assertThat(memory[3]).isEqualTo(0xff010203);
        assertThat(image.getPixelReader().getArgb(1, 1)).isEqualTo(0xff010203);
        FxImages.refresh(image);
    }

    @Test
    void theMemoryIsCollectedWithBoth() {
        int[] memory = new int[10_000];
        WeakReference<int[]> reference = new WeakReference<>(memory);
        StandardImage source = StandardImage.wrap(Layouts.argbPre(100, 100, IntBuffer.wrap(memory)));
        WritableImage image = FxImages.toWritableImage(source);
        ImageLike wrapped = FxImages.wrap(image);
        FxImages.refresh(wrapped);
        memory = null;
        source = null;
        image = null;
        wrapped = null;
        assertCollected(reference);
    }

    @Test
    void aPixelBufferOfSomebodysIsCollected() {
        PixelBuffer<IntBuffer> buffer =
                new PixelBuffer<>(10, 10, IntBuffer.allocate(100), PixelFormat.getIntArgbPreInstance());
        WeakReference<PixelBuffer<IntBuffer>> reference = new WeakReference<>(buffer);
        WritableImage image = FxImages.toWritableImage(FxImages.wrap(buffer));
        FxImages.refresh(buffer);
        buffer = null;
        System.gc();
        assertThat(reference.get()).as("while its image lives").isNotNull();
        Reference.reachabilityFence(image);
        image = null;
        assertCollected(reference);
    }

    @Test
    void anEqualLayoutIsRememberedByItself() {
        PixelBuffer<IntBuffer> buffer =
                new PixelBuffer<>(10, 10, IntBuffer.allocate(100), PixelFormat.getIntArgbPreInstance());
        ImageLike first = FxImages.wrap(buffer);
        ImageLike second = FxImages.wrap(buffer);
        WeakReference<ImageLike> reference = new WeakReference<>(first);
        first = null;
        assertCollected(reference);
        System.gc();
        FxImages.refresh(second);
        assertThat(FxImages.toWritableImage(second)).isSameAs(FxImages.toWritableImage(buffer));
    }

    @Test
    void wrappersAreCollectedWhileTheImageLives() {
        WritableImage image = FxImages.toWritableImage(StandardImage.canvas(4, 4));
        List<WeakReference<ImageLike>> wrappers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            wrappers.add(new WeakReference<>(FxImages.wrap(image)));
        }
        wrappers.forEach(GarbageTest::assertCollected);
        Reference.reachabilityFence(image);
    }

    @Test
    void aSwapChainIsCollected() {
        SwapChain frames = new SwapChain(4, 4);
        frames.next().set(1, 1, 1, 2, 3, 255);
        frames.publish();
        WeakReference<SwapChain> reference = new WeakReference<>(frames);
        frames = null;
        assertCollected(reference);
    }
}
