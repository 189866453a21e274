package org.imageop.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.Test;

class VideoFramesTest {
    @Test
    void showsWholeFramesOneAfterTheOther() throws Exception {
        CompletableFuture<Void> program = Windows.start(() -> VideoFrames.main(new String[0]));
        ImageView view = Windows.view(program);

        CompletableFuture<Set<Integer>> enough = new CompletableFuture<>();
        Set<Integer> colours = new HashSet<>();
        Windows.call(() -> {
            view.imageProperty().addListener((property, old, image) -> {
                int[] frame = pixels(image);
                if (Arrays.stream(frame).anyMatch(pixel -> pixel != frame[0])) {
                    enough.completeExceptionally(new AssertionError("a frame is shown half drawn"));
                }
                colours.add(frame[0]);
                if (colours.size() == 5) {
                    enough.complete(Set.copyOf(colours));
                }
            });
            return null;
        });
        assertThat(enough.get()).hasSize(5).allMatch(colour -> colour >>> 24 == 255);

        Windows.call(() -> {
            view.getScene().getWindow().hide();
            return null;
        });
        program.get();
    }

    private static int[] pixels(Image image) {
        int[] pixels = new int[320 * 200];
        image.getPixelReader().getPixels(0, 0, 320, 200, PixelFormat.getIntArgbInstance(), pixels, 0, 320);
        return pixels;
    }
}
