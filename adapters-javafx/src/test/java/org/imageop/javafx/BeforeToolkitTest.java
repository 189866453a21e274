package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.imageop.ImageLike;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;

/** One story, because a JVM's toolkit starts once: what was done before it starts is shown when it has. */
class BeforeToolkitTest {
    @Test
    void whatWasDrawnBeforeTheToolkitStartedIsShown() throws Exception {
        assertThatThrownBy(() -> Platform.runLater(() -> {})).isInstanceOf(IllegalStateException.class);
        StandardImage canvas = StandardImage.canvas(4, 4);
        ImageView view = FxImages.imageView(canvas);
        canvas.set(1, 1, 1, 2, 3, 255);
        FxImages.refresh(canvas);
        FxImages.refresh(canvas, 1, 1, 1, 1);
        SwapChain frames = new SwapChain(4, 4);
        ImageLike frame = frames.next();
        frame.set(2, 2, 4, 5, 6, 255);
        frames.publish();

        FxThread.start();
        Scene scene = FxThread.call(() -> new Scene(new Group(view), 4, 4));
        assertThat(FxThread.call(() -> scene.snapshot(null).getPixelReader().getArgb(1, 1)))
                .isEqualTo(0xff010203);
        canvas.set(1, 1, 7, 8, 9, 255);
        FxImages.refresh(canvas, 1, 1, 1, 1);
        assertThat(FxThread.call(() -> scene.snapshot(null).getPixelReader().getArgb(1, 1)))
                .isEqualTo(0xff070809);

        CountDownLatch shown = new CountDownLatch(1);
        FxThread.call(() -> {
            frames.imageProperty().addListener((property, old, image) -> shown.countDown());
            return null;
        });
        FxThread.await(shown);
        Image image = FxThread.call(() -> frames.imageProperty().get());
        assertThat(image.getPixelReader().getArgb(2, 2)).isEqualTo(0xff040506);
    }
}
