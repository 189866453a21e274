package org.imageop.verification.matrix;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.imageop.Mode;
import org.imageop.verification.model.Formulas;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of a JavaFX image through its PixelReader, and through its PixelWriter or, where JavaFX has none, the memory of its
 * PixelBuffer.
 */
record FxPixels(Image image, @Nullable PixelBuffer<?> buffer, Mode mode) implements Pixels {

    /** What JavaFX stores: premultiplied ARGB. */
    int stored(int x, int y) {
        int[] argb = new int[1];
        image.getPixelReader().getPixels(x, y, 1, 1, PixelFormat.getIntArgbPreInstance(), argb, 0, 1);
        return argb[0];
    }

    /** Alpha, red, green, blue in an int. */
    static int stored(int... rgba) {
        int[] p = Formulas.premultiplied(rgba, 255);
        return p[3] << 24 | p[0] << 16 | p[1] << 8 | p[2];
    }

    @Override
    public int[] get(int x, int y) {
        int argb = stored(x, y);
        int[] rgba = Formulas.straight(new int[] {argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24}, 255);
        return switch (mode) {
            case L -> new int[] {rgba[0]};
            case RGB -> new int[] {rgba[0], rgba[1], rgba[2]};
            default -> rgba;
        };
    }

    @Override
    public void set(int x, int y, int... rgba) {
        int argb = stored(rgba);
        if (buffer == null) {
            ((WritableImage) image)
                    .getPixelWriter()
                    .setPixels(x, y, 1, 1, PixelFormat.getIntArgbPreInstance(), new int[] {argb}, 0, 1);
        } else if (buffer.getBuffer() instanceof IntBuffer ints) {
            ints.put(y * WIDTH + x, argb);
        } else {
            ByteBuffer bytes = (ByteBuffer) buffer.getBuffer();
            for (int i = 0; i < 4; i++) {
                bytes.put(4 * (y * WIDTH + x) + i, (byte) (argb >> 8 * i));
            }
        }
    }
}
