package org.imageop.examples.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.foreign.Band;
import org.imageop.foreign.ImageCall;

/**
 * Lossless WebP files written by the system's libwebp, straight from an image's memory: that of a TYPE_3BYTE_BGR or TYPE_INT_ARGB image, for
 * example. An image that lies otherwise is copied.
 */
public final class WebP {
    private static final Native LIBRARY = new Native("libwebp.so.7");
    private static final MethodHandle FREE = LIBRARY.procedure("WebPFree", ADDRESS);
    private static final Map<String, MethodHandle> ENCODERS = Map.of(
            "RGB", encoder("WebPEncodeLosslessRGB"),
            "BGR", encoder("WebPEncodeLosslessBGR"),
            "RGBA", encoder("WebPEncodeLosslessRGBA"),
            "BGRA", encoder("WebPEncodeLosslessBGRA"));

    private WebP() {}

    private static MethodHandle encoder(String name) {
        return LIBRARY.function(name, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    }

    /**
     * Writes an image. Encoding takes its time, and the garbage collector waits for it if the image is in an array; a copy in native
     * memory would cost less than a hundredth of that, {@code copy(Copy.ALWAYS)}.
     *
     * @param image an RGB or RGBA image; colours behind an alpha of 0 are not kept
     * @param copy whether it may or must be copied to native memory first
     * @return the bytes of a file
     */
    public static byte[] encode(ImageLike image, Copy copy) {
        byte[][] file = new byte[1][];
        ImageCall.reading().whole().copy(copy).run(image, band -> {
            file[0] = encode(band);
            return file[0].length == 0 ? 1 : 0;
        });
        return file[0];
    }

    @SuppressWarnings("restricted")
    private static byte[] encode(Band band) throws Throwable {
        BytePixels pixels = BytePixels.of(band);
        MethodHandle encoder = ENCODERS.get(pixels.order());
        if (encoder == null) {
            throw new IllegalArgumentException("libwebp does not read the order " + pixels.order()
                    + "; copy the image with Copy.ALWAYS, or to " + ENCODERS.keySet());
        }
        ImageSize size = band.image();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment output = arena.allocate(ADDRESS);
            long length =
                    (long) encoder.invokeExact(pixels.first(), size.width(), size.height(), pixels.lineBytes(), output);
            MemorySegment encoded = output.get(ADDRESS, 0);
            try {
                return encoded.reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
            } finally {
                FREE.invokeExact(encoded);
            }
        }
    }
}
