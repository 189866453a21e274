package org.imageop.verification.matrix;

import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.imageop.Mode;
import org.imageop.javafx.FxImages;
import org.jspecify.annotations.Nullable;

/** JavaFX images of each kind, none of which needs the toolkit. */
final class FxSources {
    private static final String GROUP = "`WritableImage`, `Image`, `PixelBuffer`";

    private FxSources() {}

    static List<Source> all() throws IOException {
        List<Source> sources = new ArrayList<>();
        WritableImage plain = new WritableImage(WIDTH, HEIGHT);
        add(sources, "`WritableImage` that JavaFX allocated", plain, plain, null);

        PixelBuffer<IntBuffer> ours = ints();
        WritableImage known = FxImages.toWritableImage(FxImages.wrap(ours));
        add(sources, "`WritableImage` of `FxImages.toWritableImage`", known, known, ours);

        PixelBuffer<IntBuffer> theirs = ints();
        WritableImage unknown = new WritableImage(theirs);
        add(sources, "`WritableImage` on a `PixelBuffer` of one's own", unknown, unknown, theirs);

        PixelBuffer<IntBuffer> ints = ints();
        add(sources, "`PixelBuffer` of ints", ints, new WritableImage(ints), ints);
        PixelBuffer<ByteBuffer> bytes = new PixelBuffer<>(
                WIDTH, HEIGHT, ByteBuffer.allocate(4 * WIDTH * HEIGHT), PixelFormat.getByteBgraPreInstance());
        add(sources, "`PixelBuffer` of bytes", bytes, new WritableImage(bytes), bytes);
        PixelBuffer<ByteBuffer> direct = new PixelBuffer<>(
                WIDTH, HEIGHT, ByteBuffer.allocateDirect(4 * WIDTH * HEIGHT), PixelFormat.getByteBgraPreInstance());
        add(sources, "`PixelBuffer` of direct bytes", direct, new WritableImage(direct), direct);

        loaded(sources, Mode.L, BufferedImage.TYPE_BYTE_GRAY);
        loaded(sources, Mode.RGB, BufferedImage.TYPE_INT_RGB);
        loaded(sources, Mode.RGBA, BufferedImage.TYPE_INT_ARGB);
        return sources;
    }

    private static PixelBuffer<IntBuffer> ints() {
        return new PixelBuffer<>(
                WIDTH, HEIGHT, IntBuffer.allocate(WIDTH * HEIGHT), PixelFormat.getIntArgbPreInstance());
    }

    private static void add(
            List<Source> sources, String kind, Object object, Image image, @Nullable PixelBuffer<?> buffer) {
        sources.add(new Source(GROUP, kind, Mode.RGBA, object, new FxPixels(image, buffer, Mode.RGBA)));
    }

    private static void loaded(List<Source> sources, Mode mode, int type) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
        SplittableRandom random = new SplittableRandom(type);
        AwtPixels pixels = new AwtPixels(picture, mode);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            pixels.scatter(i % WIDTH, i / WIDTH, mode, random);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        Image image = new Image(new ByteArrayInputStream(png.toByteArray()));
        sources.add(new Source(
                GROUP, "`Image` that JavaFX loaded", mode.name(), mode, image, new FxPixels(image, null, mode), false));
    }
}
