package org.imageop.examples.own.scanner;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;

class ScanAdapterTest extends AdapterContract<Scan> {
    @Override
    public ImageAdapter<Scan> adapter() {
        return new ScanAdapter();
    }

    @Override
    public Map<String, Supplier<? extends Scan>> objects() {
        return Map.of(
                "grey bytes", () -> new Scan(7, 5, new byte[35], false),
                "grey shorts", () -> new Scan(7, 5, new short[35], false),
                "colours", () -> new Scan(7, 5, new int[35], false));
    }

    @Override
    public Map<String, Supplier<? extends Scan>> unsupportedObjects() {
        return Map.of(
                "a negative", () -> new Scan(7, 5, new byte[35], true),
                "floats", () -> new Scan(7, 5, new float[35], false));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> shareable() {
        return Map.of(
                "an L image", () -> StandardImage.of(Mode.L, 7, 5),
                "an L16 image", () -> StandardImage.of(Mode.L16, 7, 5),
                "opaque ARGB ints",
                        () -> StandardImage.wrap(PixelLayout.argb(IntBuffer.allocate(35), 7, 5, AlphaType.OPAQUE)));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        images.put("an RGB image", () -> StandardImage.of(Mode.RGB, 7, 5));
        images.put("translucent ARGB ints", () -> StandardImage.canvas(7, 5));
        images.put("padded rows", () -> interleaved(ByteBuffer.allocate(40), 0, 8));
        images.put("the end of an array", () -> interleaved(ByteBuffer.allocate(36), 1, 7));
        images.put("direct memory", () -> interleaved(ByteBuffer.allocateDirect(35), 0, 7));
        images.put("BGR ints", () -> packed(Mode.RGB, "XBGR", IntBuffer.allocate(35)));
        images.put("12 bits of shorts", () -> packed(Mode.L16, "X4L12", ShortBuffer.allocate(35)));
        images.put("signed shorts", () -> ranged(ShortBuffer.allocate(35)));
        images.put("floats", () -> ranged(FloatBuffer.allocate(35)));
        images.put("a transposed image", () -> Views.transpose(StandardImage.of(Mode.L, 5, 7)));
        return images;
    }

    private static StandardImage interleaved(ByteBuffer memory, int offset, int line) {
        return StandardImage.wrap(PixelLayout.interleaved(Mode.L, 7, 5, "L", memory, offset, line));
    }

    private static StandardImage packed(Mode mode, String order, Buffer memory) {
        return StandardImage.wrap(PixelLayout.packed(mode, 7, 5, order, AlphaType.OPAQUE, memory, 0, 7));
    }

    private static StandardImage ranged(Buffer memory) {
        Plane.Range range = new Plane.Range(-32768, 32767);
        return StandardImage.wrap(PixelLayout.ranged(Mode.L16, 7, 5, "L", range, memory, 0, 7));
    }

    @Override
    public ImageSize size(Scan scan) {
        return new ImageSize(scan.width(), scan.height());
    }

    @Override
    public Mode mode(Scan scan) {
        return scan.pixels() instanceof int[] ? Mode.RGB : scan.pixels() instanceof byte[] ? Mode.L : Mode.L16;
    }

    /** By the scan's own array. */
    @Override
    public int[] pixel(Scan scan, int x, int y) {
        int at = y * scan.width() + x;
        if (scan.pixels() instanceof int[] colors) {
            return new int[] {colors[at] >> 16 & 0xff, colors[at] >> 8 & 0xff, colors[at] & 0xff};
        }
        return new int[] {
            scan.pixels() instanceof byte[] grey ? grey[at] & 0xff : ((short[]) scan.pixels())[at] & 0xffff
        };
    }

    @Override
    public void setPixel(Scan scan, int x, int y, int[] pixel) {
        int at = y * scan.width() + x;
        if (scan.pixels() instanceof int[] colors) {
            colors[at] = pixel[0] << 16 | pixel[1] << 8 | pixel[2];
        } else if (scan.pixels() instanceof byte[] grey) {
            grey[at] = (byte) pixel[0];
        } else {
            ((short[]) scan.pixels())[at] = (short) pixel[0];
        }
    }
}
