package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.WeakHashMap;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.imageop.Mode;
import org.imageop.javafx.buffers.SharedBuffers;

/** Makes JavaFX's images, and reads and writes them as JavaFX itself does, for the contract. */
final class FxPixels {
    private static final Map<WritableImage, PixelBuffer<?>> BUFFERS = Collections.synchronizedMap(new WeakHashMap<>());

    private FxPixels() {}

    static WritableImage hidden(int width, int height) {
        WritableImage image = new WritableImage(width, height);
        int[] argb = new SplittableRandom(width).ints((long) width * height).toArray();
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }

    static PixelBuffer<IntBuffer> ints(int width, int height) {
        IntBuffer memory = IntBuffer.wrap(Layouts.premultipliedPixels(width * height, width));
        return new PixelBuffer<>(width, height, memory, PixelFormat.getIntArgbPreInstance());
    }

    static PixelBuffer<ByteBuffer> bytes(int width, int height, boolean direct) {
        int length = 4 * width * height;
        ByteBuffer memory = direct ? ByteBuffer.allocateDirect(length) : ByteBuffer.allocate(length);
        PixelBuffer<ByteBuffer> pixels = new PixelBuffer<>(width, height, memory, PixelFormat.getByteBgraPreInstance());
        int[] argb = Layouts.premultipliedPixels(width * height, height);
        for (int i = 0; i < argb.length; i++) {
            set(pixels, i, argb[i]);
        }
        return pixels;
    }

    static PixelBuffer<IntBuffer> readOnly(int width, int height) {
        return new PixelBuffer<>(
                width, height, ints(width, height).getBuffer().asReadOnlyBuffer(), PixelFormat.getIntArgbPreInstance());
    }

    /** An image on a buffer that only its maker knows. */
    static WritableImage on(PixelBuffer<?> pixels) {
        WritableImage image = new WritableImage(pixels);
        BUFFERS.put(image, pixels);
        return image;
    }

    /** What JavaFX makes of a PNG file of noise. */
    static Image loaded(int width, int height, int type) {
        BufferedImage noise = new BufferedImage(width, height, type);
        SplittableRandom random = new SplittableRandom(type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int b = 0; b < noise.getRaster().getNumBands(); b++) {
                    noise.getRaster().setSample(x, y, b, random.nextInt(256));
                }
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(noise, "png", png)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Image loaded = new Image(new ByteArrayInputStream(png.toByteArray()));
        assertThat(loaded.getException()).isNull();
        return loaded;
    }

    static Image broken() {
        return new Image(new ByteArrayInputStream(new byte[] {1, 2, 3}));
    }

    static Mode mode(Image image) {
        return switch (image.getPixelReader().getPixelFormat().getType()) {
            case BYTE_RGB -> Mode.RGB;
            case BYTE_INDEXED -> Mode.L;
            default -> Mode.RGBA;
        };
    }

    static int[] pixel(Image image, int x, int y) {
        int argb = image.getPixelReader().getArgb(x, y);
        return switch (mode(image)) {
            case L -> new int[] {argb & 255};
            case RGB -> new int[] {argb >> 16 & 255, argb >> 8 & 255, argb & 255};
            default -> rgba(argb);
        };
    }

    private static int[] rgba(int argb) {
        return new int[] {argb >> 16 & 255, argb >> 8 & 255, argb & 255, argb >>> 24};
    }

    /** Writes an opaque pixel, by a PixelWriter or, as JavaFX wants it for images on buffers, into the buffer. */
    static void set(Image image, int x, int y, int[] pixel) {
        if (!(image instanceof WritableImage writable)) {
            throw new UnsupportedOperationException("What JavaFX loaded cannot be written");
        }
        PixelBuffer<?> pixels = BUFFERS.get(writable);
        PixelBuffer<?> shared = pixels == null ? SharedBuffers.bufferOf(writable) : pixels;
        if (shared == null) {
            writable.getPixelWriter().setArgb(x, y, argb(pixel));
        } else {
            set(shared, x, y, pixel);
        }
    }

    private static int argb(int[] rgba) {
        return rgba[3] << 24 | rgba[0] << 16 | rgba[1] << 8 | rgba[2];
    }

    static int[] pixel(PixelBuffer<?> pixels, int x, int y) {
        int index = y * pixels.getWidth() + x;
        return rgba(Layouts.straight(
                pixels.getBuffer() instanceof IntBuffer ints
                        ? ints.get(index)
                        : Integer.reverseBytes(
                                ((ByteBuffer) pixels.getBuffer()).duplicate().getInt(4 * index))));
    }

    /** Writes an opaque pixel. */
    static void set(PixelBuffer<?> pixels, int x, int y, int[] pixel) {
        set(pixels, y * pixels.getWidth() + x, argb(pixel));
    }

    private static void set(PixelBuffer<?> pixels, int index, int argb) {
        Buffer memory = pixels.getBuffer();
        if (memory.isReadOnly()) {
            throw new UnsupportedOperationException("The memory is read-only");
        } else if (memory instanceof IntBuffer ints) {
            ints.put(index, argb);
        } else {
            ((ByteBuffer) memory).duplicate().putInt(4 * index, Integer.reverseBytes(argb));
        }
    }
}
