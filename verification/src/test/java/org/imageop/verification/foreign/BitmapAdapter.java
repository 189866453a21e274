package org.imageop.verification.foreign;

import java.nio.IntBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;
import org.imageop.tck.source.AdapterSource;

/** A whole adapter of a foreign class of colours and alpha, every part of which can be broken on its own. */
public class BitmapAdapter implements ImageAdapter<BitmapAdapter.Bitmap> {
    /** A foreign class: straight ARGB ints, row after row. */
    public record Bitmap(int[] argb, int width, int height) {
        /** One of any colours. */
        public static Bitmap of(int width, int height) {
            int[] argb = new int[width * height];
            for (int i = 0; i < argb.length; i++) {
                argb[i] = 0xff000000 | i * 0x00a35f7b;
            }
            return new Bitmap(argb, width, height);
        }
    }

    /** For the service loader. */
    public BitmapAdapter() {}

    @Override
    public Class<Bitmap> type() {
        return Bitmap.class;
    }

    @Override
    public ImageLike wrap(Bitmap bitmap) {
        return StandardImage.wrapping(bitmap, layout(bitmap));
    }

    /** How a bitmap is described. */
    protected PixelLayout layout(Bitmap bitmap) {
        return PixelLayout.argb(IntBuffer.wrap(bitmap.argb), bitmap.width, bitmap.height, AlphaType.STRAIGHT);
    }

    @Override
    public Sharing<Bitmap> share(ImageLike image) {
        PixelLayout layout = image.buffer().layout().orElse(null);
        return layout != null
                        && layout.alpha() == AlphaType.STRAIGHT
                        && layout.arrangement() instanceof Arrangement.Packed packed
                        && accepts(packed.order())
                        && packed.offset() == 0
                        && packed.pixelStride() == 1
                        && packed.lineStride() == image.width()
                        && packed.memory() instanceof IntBuffer ints
                        && ints.hasArray()
                        && ints.arrayOffset() == 0
                ? Sharing.of(new Bitmap(ints.array(), image.width(), image.height()))
                : Sharing.impossible("a bitmap is straight ARGB ints");
    }

    /** Whether a bitmap has pixels in this order. */
    protected boolean accepts(String order) {
        return order.equals("ARGB");
    }

    @Override
    public Bitmap copy(ImageLike image) {
        Bitmap bitmap = new Bitmap(new int[image.width() * image.height()], image.width(), image.height());
        PixelLayout layout =
                PixelLayout.argb(IntBuffer.wrap(bitmap.argb), bitmap.width, bitmap.height, AlphaType.STRAIGHT);
        org.imageop.Images.copy(image, StandardImage.wrap(layout));
        return bitmap;
    }

    /** What an adapter of bitmaps is tested with. */
    public record Source(ImageAdapter<Bitmap> adapter) implements AdapterSource<Bitmap> {
        @Override
        public boolean registered() {
            return false;
        }

        @Override
        public Map<String, Supplier<? extends Bitmap>> objects() {
            // sorted, because Map.of has another order in each run, and the table of proofs names the first check
            return new TreeMap<>(Map.of("a bitmap", () -> Bitmap.of(3, 2), "a large bitmap", () -> Bitmap.of(70, 67)));
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> shareable() {
            return new TreeMap<>(Map.of(
                    "ARGB ints",
                    () -> new BitmapAdapter()
                            .wrap(Bitmap.of(3, 2))
                            .buffer()
                            .layout()
                            .map(StandardImage::wrap)
                            .orElseThrow()));
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> unshareable() {
            return Map.of("a canvas", () -> StandardImage.canvas(3, 2));
        }

        @Override
        public Mode mode(Bitmap bitmap) {
            return Mode.RGBA;
        }

        @Override
        public ImageSize size(Bitmap bitmap) {
            return new ImageSize(bitmap.width, bitmap.height);
        }

        @Override
        public int[] pixel(Bitmap bitmap, int x, int y) {
            int argb = bitmap.argb[y * bitmap.width + x];
            return new int[] {argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24};
        }

        @Override
        public void setPixel(Bitmap bitmap, int x, int y, int[] pixel) {
            bitmap.argb[y * bitmap.width + x] = pixel[3] << 24 | pixel[0] << 16 | pixel[1] << 8 | pixel[2];
        }
    }
}
