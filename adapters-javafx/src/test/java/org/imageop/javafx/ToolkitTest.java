package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What JavaFX itself does with a toolkit only: loading in the background, animations, snapshots. */
class ToolkitTest {
    @BeforeAll
    static void toolkit() throws InterruptedException {
        FxThread.start();
    }

    @Test
    void anImageThatIsStillLoadingIsRefusedWithAdvice() throws IOException {
        // a server that never answers
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Image loading = new Image("http://localhost:" + server.getLocalPort() + "/never.png", true);
            assertThatThrownBy(() -> FxImages.wrap(loading))
                    .isInstanceOf(UnsupportedImageException.class)
                    .hasMessageContaining("never.png is still loading, 0 %")
                    .hasMessageContaining("backgroundLoading");
            assertThat(FxImages.imageView(loading).getImage()).isSameAs(loading);
            loading.cancel();
        }
    }

    @Test
    void anAnimatedImageIsRefusedWithAdvice() throws Exception {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(gif)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), null, null), null);
            writer.writeToSequence(new IIOImage(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), null, null), null);
            writer.endWriteSequence();
        }
        Image animated = new Image(new ByteArrayInputStream(gif.toByteArray()));
        assertThat(animated.getException()).isNull();
        assertThatThrownBy(() -> FxImages.wrap(animated))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("is animated")
                .hasMessageContaining("snapshot of an ImageView")
                .hasMessageEndingWith("imageop-adapters-imageio [errors.md#animated-image]");
        assertThat(FxImages.imageView(animated).getImage()).isSameAs(animated);

        // the way out that the message names
        WritableImage snapshot =
                FxThread.call(() -> FxImages.imageView(animated).snapshot(null, null));
        assertThat(FxImages.wrap(snapshot).get(1, 1).value()).containsExactly(0, 0, 0, 255);
    }

    @Test
    void aSnapshotIsAnImageLikeAnyOther() throws Exception {
        WritableImage snapshot =
                FxThread.call(() -> new Scene(new Group(), 3, 2, Color.rgb(10, 20, 30)).snapshot(null));
        ImageLike image = FxImages.wrap(snapshot);
        assertThat(image.get(2, 1).value()).containsExactly(10, 20, 30, 255);
        image.set(0, 0, 40, 50, 60, 255);
        assertThat(snapshot.getPixelReader().getArgb(0, 0)).isEqualTo(0xff28323c);
    }

    @Test
    void aViewShowsEveryMode() throws Exception {
        for (Mode mode : Mode.MODES) {
            StandardImage black = StandardImage.filled(mode, 4, 2, mode.black());
            WritableImage shown = FxThread.call(() -> FxImages.imageView(black).snapshot(null, null));
            assertThat(shown.getPixelReader().getArgb(3, 1)).as(mode.name()).isEqualTo(0xff000000);
        }
    }
}
