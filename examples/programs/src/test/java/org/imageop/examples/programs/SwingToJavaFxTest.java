package org.imageop.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

class SwingToJavaFxTest {
    @Test
    void aClickShowsWhatSwingPaintsThen() throws Exception {
        CompletableFuture<Void> program = Windows.start(() -> SwingToJavaFx.main(new String[0]));
        ImageView view = Windows.view(program);

        int[] before = Windows.call(() -> drawn(view));
        // text in front of the label's ground
        assertThat(Arrays.stream(before).boxed())
                .anyMatch(pixel -> pixel != before[0])
                .allMatch(pixel -> pixel >>> 24 == 255);

        int[] after = Windows.call(() -> {
            Event.fireEvent(view, click());
            return drawn(view);
        });
        assertThat(after).isNotEqualTo(before);

        Windows.call(() -> {
            view.getScene().getWindow().hide();
            return null;
        });
        program.get();
    }

    private static int[] drawn(ImageView view) {
        WritableImage image = view.snapshot(null, null);
        int[] pixels = new int[200 * 50];
        image.getPixelReader().getPixels(0, 0, 200, 50, PixelFormat.getIntArgbInstance(), pixels, 0, 200);
        return pixels;
    }

    private static MouseEvent click() {
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                9,
                9,
                9,
                9,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }
}
