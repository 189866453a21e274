package org.imageop.examples.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.foreign.Band;
import org.imageop.foreign.ImageCall;
import org.imageop.foreign.NativeCallException;

/**
 * JPEG files decoded by the system's libturbojpeg, straight into an image's memory, at a fraction of their size: a thumbnail does not
 * decode what it does not show.
 */
public final class TurboJpeg {
    private static final Native LIBRARY = new Native("libturbojpeg.so.0");
    private static final MethodHandle INIT = LIBRARY.function("tjInitDecompress", ADDRESS);
    private static final MethodHandle DESTROY = LIBRARY.function("tjDestroy", JAVA_INT, ADDRESS);
    private static final MethodHandle HEADER = LIBRARY.function(
            "tjDecompressHeader3", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle DECOMPRESS = LIBRARY.function(
            "tjDecompress2",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_LONG,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT);
    private static final MethodHandle ERROR = LIBRARY.function("tjGetErrorStr2", ADDRESS, ADDRESS);

    /** In the order of the numbers that turbojpeg.h has for them. */
    private static final List<String> ORDERS =
            List.of("RGB", "BGR", "RGBX", "BGRX", "XBGR", "XRGB", "L", "RGBA", "BGRA", "ABGR", "ARGB", "CMYK");

    private TurboJpeg() {}

    /** Uses a decoder, and frees it. */
    private interface Use<T> {
        T of(MemorySegment decoder) throws Throwable;
    }

    private static <T> T decoder(Use<T> use) throws IOException {
        try {
            MemorySegment decoder = Native.notNull((MemorySegment) INIT.invokeExact(), "There is no memory");
            try {
                return use.of(decoder);
            } finally {
                int destroyed = (int) DESTROY.invokeExact(decoder);
                assert destroyed == 0;
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The size of a file's image.
     *
     * @param file a JPEG file
     * @param eighths 1 to 8: how many eighths of its sides are wanted
     * @return its size in pixels, rounded up
     * @throws IOException if it is not a JPEG file
     */
    public static ImageSize size(byte[] file, int eighths) throws IOException {
        return decoder(decoder -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment numbers = arena.allocate(JAVA_INT, 4);
                check(decoder, (int) HEADER.invokeExact(
                        decoder,
                        MemorySegment.ofArray(file),
                        (long) file.length,
                        numbers,
                        numbers.asSlice(4),
                        numbers.asSlice(8),
                        numbers.asSlice(12)));
                return new ImageSize(
                        (numbers.get(JAVA_INT, 0) * eighths + 7) / 8, (numbers.get(JAVA_INT, 4) * eighths + 7) / 8);
            }
        });
    }

    /**
     * Decodes a file into an image.
     *
     * @param file a JPEG file
     * @param image as large as {@link #size} returns, with one byte for a component, in memory; overwritten
     * @throws IOException if the file is not a JPEG file, or is damaged
     */
    public static void decode(byte[] file, ImageLike image) throws IOException {
        decoder(decoder -> {
            try {
                // rows depend on one another
                return ImageCall.writing().whole().copy(Copy.NEVER).run(image, band -> decode(decoder, file, band));
            } catch (NativeCallException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        });
    }

    private static int decode(MemorySegment decoder, byte[] file, Band band) throws Throwable {
        BytePixels pixels = BytePixels.of(band);
        ImageSize size = band.image();
        check(decoder, (int) DECOMPRESS.invokeExact(
                decoder,
                MemorySegment.ofArray(file),
                (long) file.length,
                pixels.first(),
                size.width(),
                pixels.lineBytes(),
                size.height(),
                ORDERS.indexOf(pixels.order()),
                0));
        return 0;
    }

    @SuppressWarnings("restricted")
    private static void check(MemorySegment decoder, int status) throws Throwable {
        if (status != 0) {
            MemorySegment text = (MemorySegment) ERROR.invokeExact(decoder);
            throw new IOException(
                    "libturbojpeg reports: " + text.reinterpret(200).getString(0));
        }
    }
}
