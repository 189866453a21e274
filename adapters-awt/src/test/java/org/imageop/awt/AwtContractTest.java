package org.imageop.awt;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.MemoryImageSource;
import java.awt.image.MultiPixelPackedSampleModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.VolatileImage;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.ImageIcon;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.awt.adapters.AwtImageAdapter;
import org.imageop.awt.adapters.BufferedImageAdapter;
import org.imageop.awt.adapters.RasterAdapter;
import org.imageop.awt.adapters.RenderedImageAdapter;
import org.imageop.awt.adapters.WritableRasterAdapter;
import org.imageop.awt.color.ModeColors;
import org.imageop.awt.profiles.InkProfile;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;
import org.junit.jupiter.api.Nested;

/** The protocol's own contract on each of AWT's adapters; pixels are read and written by {@link OwnMeans}. */
class AwtContractTest {
    private static final int W = 7;
    private static final int H = 5;

    private static BufferedImage noise(BufferedImage image) {
        Oracle oracle = Oracle.of(image.getRaster(), image.isAlphaPremultiplied());
        oracle.fill(image.getRaster(), new SplittableRandom(image.getType()));
        return image;
    }

    /** Pixels of every predefined type, of a part of one, and of palettes. */
    private static <T> Map<String, Supplier<? extends T>> pixels(Function<BufferedImage, T> view) {
        Map<String, Supplier<? extends T>> objects = new LinkedHashMap<>();
        for (int type = BufferedImage.TYPE_INT_RGB; type <= BufferedImage.TYPE_BYTE_INDEXED; type++) {
            int made = type;
            objects.put("type " + type, () -> view.apply(noise(new BufferedImage(W, H, made))));
            objects.put(
                    "a part of type " + type,
                    () -> view.apply(noise(new BufferedImage(W, H, made)).getSubimage(2, 1, 4, 3)));
        }
        int[] colours = {0xff000000, 0xffffffff, 0x80ff0000, 0, 0xff00ff00, 0x40123456};
        IndexColorModel palette = new IndexColorModel(4, 6, colours, 0, true, 3, DataBuffer.TYPE_BYTE);
        objects.put("a translucent palette", () -> {
            BufferedImage image = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_BINARY, palette);
            for (int i = 0; i < W * H; i++) {
                image.getRaster().setSample(i % W, i / W, 0, i % 6);
            }
            return view.apply(image);
        });
        objects.put("CMYK", () -> view.apply(cmyk()));
        return objects;
    }

    private static BufferedImage cmyk() {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, W, H, 4, null);
        Oracle.of(raster, false).fill(raster, new SplittableRandom(4));
        ColorModel model =
                new ComponentColorModel(InkProfile.SPACE, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }

    private static SampleModel interleaved(int type, int pixelStride, int lineStride, int... offsets) {
        return new PixelInterleavedSampleModel(type, W, H, pixelStride, lineStride, offsets);
    }

    private static <T> Map<String, Supplier<? extends T>> rasters(Function<WritableRaster, T> view) {
        int bytes = DataBuffer.TYPE_BYTE;
        int shorts = DataBuffer.TYPE_USHORT;
        int ints = DataBuffer.TYPE_INT;
        Map<String, SampleModel> models = new LinkedHashMap<>();
        models.put("grey bytes", interleaved(bytes, 3, 25, 1));
        models.put("grey shorts", interleaved(shorts, 1, 9, 0));
        models.put("grey ints", interleaved(ints, 1, 9, 0));
        models.put("BGR bytes", interleaved(bytes, 3, 24, 2, 1, 0));
        models.put("RGB shorts", interleaved(shorts, 4, 29, 0, 1, 2));
        models.put("bands of bytes", new BandedSampleModel(bytes, W, H, 3));
        models.put("bands of shorts", new BandedSampleModel(shorts, W, H, 1));
        models.put("565", new SinglePixelPackedSampleModel(shorts, W, H, 8, new int[] {0xf800, 0x7e0, 0x1f}));
        models.put("1 bit", new MultiPixelPackedSampleModel(bytes, W, H, 1));
        models.put("4 bits", new MultiPixelPackedSampleModel(shorts, W, H, 4));
        Map<String, Supplier<? extends T>> rasters = new LinkedHashMap<>();
        models.forEach((name, model) -> {
            rasters.put(name, () -> view.apply(raster(model)));
            rasters.put(
                    "a part of " + name,
                    () -> view.apply(raster(model).createWritableChild(-1, 101, 4, 3, 40, -7, null)));
        });
        return rasters;
    }

    private static WritableRaster raster(SampleModel model) {
        WritableRaster raster = Raster.createWritableRaster(model, model.createDataBuffer(), new Point(-3, 100));
        Oracle.of(raster, false).fill(raster, new SplittableRandom(model.getNumBands()));
        return raster;
    }

    /** Memory that AWT can describe. */
    static Map<String, Supplier<? extends ImageLike>> arrays() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            if (!mode.planar()) {
                images.put("an array in mode " + mode, () -> StandardImage.of(mode, W, H));
            }
        }
        images.put("a canvas", () -> StandardImage.canvas(W, H));
        images.put("a part of a canvas", () -> Views.crop(StandardImage.canvas(W, H), 2, 1, 4, 3));
        images.put("a slice of an array", () -> {
            ByteBuffer slice = ByteBuffer.wrap(new byte[200]).slice(17, 3 * W * H);
            return StandardImage.wrap(PixelLayout.of(Mode.RGB, W, H, slice));
        });
        images.put("padded BGR bytes", () -> bytes(Mode.RGB, 3, 24, 2, 1, 0));
        images.put("ABGR bytes", () -> bytes(Mode.RGBA, 4, 28, 3, 2, 1, 0));
        images.put("planes", () -> bytes(Mode.RGB, 1, W, 0, W * H, 2 * W * H));
        images.put("RGB ints", () -> packed(Mode.RGB, 16, 8, 0));
        images.put("ARGB ints", () -> packed(Mode.RGBA, 16, 8, 0, 24));
        images.put("565", () -> {
            ShortBuffer memory = ShortBuffer.wrap(new short[W * H]);
            return StandardImage.wrap(PixelLayout.of(
                    Mode.RGB,
                    W,
                    H,
                    AlphaType.OPAQUE,
                    Plane.packed(memory, 0, 1, W, 11, 5),
                    Plane.packed(memory, 0, 1, W, 5, 6),
                    Plane.packed(memory, 0, 1, W, 0, 5)));
        });
        return images;
    }

    static Map<String, Supplier<? extends ImageLike>> planar() {
        return Map.of(
                "YV12", () -> StandardImage.of(Mode.YV12, 6, 4),
                "JPEG_YV12", () -> StandardImage.of(Mode.JPEG_YV12, 6, 4));
    }

    /** Memory that AWT cannot describe. */
    static Map<String, Supplier<? extends ImageLike>> others() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        images.putAll(planar());
        images.put("RGB upside down", () -> Views.flipTopBottom(StandardImage.of(Mode.RGB, W, H)));
        images.put("a mirrored canvas", () -> Views.flipLeftRight(StandardImage.canvas(W, H)));
        images.put(
                "direct bytes",
                () -> StandardImage.wrap(PixelLayout.of(Mode.LA, W, H, ByteBuffer.allocateDirect(2 * W * H))));
        images.put(
                "floats",
                () -> StandardImage.wrap(PixelLayout.of(
                        Mode.L16,
                        W,
                        H,
                        AlphaType.OPAQUE,
                        Plane.ranged(FloatBuffer.wrap(new float[W * H]), 0, 1, W, new Plane.Range(-1, 1)))));
        return images;
    }

    private static ImageLike bytes(Mode mode, int pixelStride, int lineStride, int... offsets) {
        ByteBuffer memory = ByteBuffer.wrap(new byte[200]);
        Plane[] planes = new Plane[offsets.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.of(memory, offsets[c], pixelStride, lineStride);
        }
        return StandardImage.wrap(PixelLayout.of(mode, W, H, alpha(mode), planes));
    }

    private static ImageLike packed(Mode mode, int... shifts) {
        IntBuffer memory = IntBuffer.wrap(new int[W * H]);
        Plane[] planes = new Plane[shifts.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.packed(memory, 0, 1, W, shifts[c], 8);
        }
        return StandardImage.wrap(PixelLayout.of(mode, W, H, alpha(mode), planes));
    }

    private static AlphaType alpha(Mode mode) {
        return mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
    }

    /** All adapters share the same memory. */
    abstract static class Contract<T> extends AdapterContract<T> {
        @Override
        public Map<String, Supplier<? extends ImageLike>> shareable() {
            return arrays();
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> unshareable() {
            return others();
        }
    }

    @Nested
    class OfBufferedImage extends Contract<BufferedImage> {
        @Override
        public ImageAdapter<BufferedImage> adapter() {
            return new BufferedImageAdapter();
        }

        @Override
        public Map<String, Supplier<? extends BufferedImage>> objects() {
            return pixels(image -> image);
        }

        @Override
        public Map<String, Supplier<? extends BufferedImage>> unsupportedObjects() {
            return Map.of("an image of XYZ", () -> {
                ColorModel model = new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_CIEXYZ),
                        false,
                        false,
                        Transparency.OPAQUE,
                        DataBuffer.TYPE_FLOAT);
                return new BufferedImage(model, model.createCompatibleWritableRaster(W, H), false, null);
            });
        }

        @Override
        public ImageSize size(BufferedImage image) {
            return new ImageSize(image.getWidth(), image.getHeight());
        }

        @Override
        public Optional<byte[]> profile(BufferedImage image) {
            return ModeColors.profile(image.getColorModel());
        }

        @Override
        public Mode mode(BufferedImage image) {
            return OwnMeans.mode(image);
        }

        @Override
        public int[] pixel(BufferedImage image, int x, int y) {
            return OwnMeans.pixel(image.getColorModel(), image.getRaster(), x, y);
        }

        @Override
        public void setPixel(BufferedImage image, int x, int y, int[] pixel) {
            OwnMeans.set(image, x, y, pixel);
        }
    }

    @Nested
    class OfRenderedImage extends Contract<RenderedImage> {
        @Override
        public ImageAdapter<RenderedImage> adapter() {
            return new RenderedImageAdapter();
        }

        @Override
        public Map<String, Supplier<? extends RenderedImage>> objects() {
            return pixels(image -> image);
        }

        @Override
        public Map<String, Supplier<? extends RenderedImage>> readOnlyObjects() {
            Map<String, Supplier<? extends RenderedImage>> tiled = new LinkedHashMap<>();
            pixels(image -> image)
                    .forEach((name, maker) ->
                            tiled.put("tiles of " + name, () -> new Tiled(maker.get(), 3, 2, -11, 6, 2, -1, true)));
            tiled.put(
                    "tiles without colours",
                    () -> new Tiled(
                            noise(new BufferedImage(W, H, BufferedImage.TYPE_3BYTE_BGR)), 4, 4, 0, 0, 0, 0, false));
            return tiled;
        }

        /** Everything else but planes is a live image that can be read only. */
        @Override
        public Map<String, Supplier<? extends ImageLike>> shareable() {
            Map<String, Supplier<? extends ImageLike>> all = arrays();
            all.putAll(others());
            all.keySet().removeAll(unshareable().keySet());
            return all;
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> unshareable() {
            return planar();
        }

        @Override
        public ImageSize size(RenderedImage image) {
            return new ImageSize(image.getWidth(), image.getHeight());
        }

        @Override
        public Optional<byte[]> profile(RenderedImage image) {
            return Optional.ofNullable(image.getColorModel()).flatMap(ModeColors::profile);
        }

        @Override
        public Mode mode(RenderedImage image) {
            return OwnMeans.mode(image);
        }

        @Override
        public int[] pixel(RenderedImage image, int x, int y) {
            return OwnMeans.pixel(image, x, y);
        }

        @Override
        public void setPixel(RenderedImage image, int x, int y, int[] pixel) {
            OwnMeans.set(image, x, y, pixel);
        }
    }

    @Nested
    class OfImage extends Contract<Image> {
        @Override
        public ImageAdapter<Image> adapter() {
            return new AwtImageAdapter();
        }

        @Override
        public Map<String, Supplier<? extends Image>> objects() {
            return pixels(image -> image);
        }

        @Override
        public Map<String, Supplier<? extends Image>> readOnlyObjects() {
            return Map.of(
                    "an image of the toolkit",
                    () -> new ImageIcon(unloaded()).getImage(),
                    "an image that is not loaded",
                    OfImage::unloaded,
                    "a volatile image",
                    () -> {
                        Graphics2D screen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
                        return screen.getDeviceConfiguration().createCompatibleVolatileImage(W, H);
                    });
        }

        private static Image unloaded() {
            int[] argb = new SplittableRandom(1).ints(W * H).toArray();
            return Toolkit.getDefaultToolkit().createImage(new MemoryImageSource(W, H, argb, 0, W));
        }

        @Override
        public Map<String, Supplier<? extends Image>> unsupportedObjects() {
            return Map.of(
                    "an image that cannot be loaded",
                    () -> new ImageIcon(Toolkit.getDefaultToolkit().createImage(new byte[] {1, 2, 3})).getImage());
        }

        @Override
        public ImageSize size(Image image) {
            return new ImageSize(image.getWidth(null), image.getHeight(null));
        }

        @Override
        public Optional<byte[]> profile(Image image) {
            return image instanceof BufferedImage pixels
                    ? ModeColors.profile(pixels.getColorModel())
                    : Optional.empty();
        }

        @Override
        public Mode mode(Image image) {
            return image instanceof BufferedImage pixels
                    ? OwnMeans.mode(pixels)
                    : image instanceof VolatileImage ? Mode.RGB : Mode.RGBA;
        }

        @Override
        public int[] pixel(Image image, int x, int y) {
            return image instanceof BufferedImage pixels
                    ? OwnMeans.pixel(pixels.getColorModel(), pixels.getRaster(), x, y)
                    : Arrays.copyOf(OwnMeans.grabbed(image, x, y), mode(image).components());
        }

        @Override
        public void setPixel(Image image, int x, int y, int[] pixel) {
            if (image instanceof VolatileImage surface) {
                Graphics2D graphics = surface.createGraphics();
                graphics.setColor(new Color(pixel[0], pixel[1], pixel[2]));
                graphics.fillRect(x, y, 1, 1);
                graphics.dispose();
                return;
            }
            if (!(image instanceof BufferedImage pixels)) {
                throw new UnsupportedOperationException("Images of the toolkit cannot be written");
            }
            OwnMeans.set(pixels, x, y, pixel);
        }
    }

    /** A raster knows neither palettes nor that colours are multiplied by alpha. */
    private static Map<String, Supplier<? extends ImageLike>> colours() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        images.put("a canvas", () -> StandardImage.canvas(W, H));
        for (int type : new int[] {
            BufferedImage.TYPE_4BYTE_ABGR_PRE, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY
        }) {
            images.put("type " + type, () -> AwtImages.wrap(noise(new BufferedImage(W, H, type))));
        }
        return images;
    }

    /** Rasters share what has bands. */
    abstract static class RasterContract<T extends Raster> extends Contract<T> {
        @Override
        public Map<String, Supplier<? extends ImageLike>> shareable() {
            Map<String, Supplier<? extends ImageLike>> bands = arrays();
            bands.keySet().removeIf(name -> name.endsWith("canvas"));
            return bands;
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> unshareable() {
            Map<String, Supplier<? extends ImageLike>> all = others();
            all.putAll(colours());
            return all;
        }

        @Override
        public ImageSize size(T raster) {
            return new ImageSize(raster.getWidth(), raster.getHeight());
        }

        @Override
        public Mode mode(T raster) {
            Mode byBands = OwnMeans.mode(null, raster.getSampleModel());
            // of four bands, only the image that a raster was made of knows whether they are inks
            return byBands.components() == 4 && Images.of(raster).mode() == inks(byBands) ? inks(byBands) : byBands;
        }

        private static Mode inks(Mode mode) {
            return mode == Mode.RGBA ? Mode.CMYK : Mode.CMYK64;
        }

        @Override
        public int[] pixel(T raster, int x, int y) {
            return OwnMeans.pixel(null, raster, x, y);
        }
    }

    @Nested
    class OfWritableRaster extends RasterContract<WritableRaster> {
        @Override
        public ImageAdapter<WritableRaster> adapter() {
            return new WritableRasterAdapter();
        }

        @Override
        public Map<String, Supplier<? extends WritableRaster>> objects() {
            return rasters(raster -> raster);
        }

        @Override
        public Map<String, Supplier<? extends WritableRaster>> unsupportedObjects() {
            return Map.of(
                    "two bands", () -> Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, W, H, 2, null),
                    "four bands", () -> Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, W, H, 4, null),
                    "five bands", () -> Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, W, H, 5, null),
                    "doubles", () -> raster(interleaved(DataBuffer.TYPE_DOUBLE, 1, W, 0)));
        }

        @Override
        public void setPixel(WritableRaster raster, int x, int y, int[] pixel) {
            OwnMeans.set(null, raster, x, y, pixel);
        }
    }

    /** A raster that is not a WritableRaster, though its memory can be written. */
    static final class Locked extends Raster {
        private final WritableRaster owner;

        Locked(WritableRaster owner) {
            super(
                    owner.getSampleModel(),
                    owner.getDataBuffer(),
                    owner.getBounds(),
                    new Point(owner.getSampleModelTranslateX(), owner.getSampleModelTranslateY()),
                    null);
            this.owner = owner;
        }
    }

    @Nested
    class OfRaster extends RasterContract<Raster> {
        @Override
        public ImageAdapter<Raster> adapter() {
            return new RasterAdapter();
        }

        @Override
        public Map<String, Supplier<? extends Raster>> objects() {
            return rasters(raster -> raster);
        }

        @Override
        public Map<String, Supplier<? extends Raster>> readOnlyObjects() {
            return rasters(Locked::new);
        }

        @Override
        public void setPixel(Raster raster, int x, int y, int[] pixel) {
            WritableRaster written = raster instanceof Locked locked ? locked.owner : (WritableRaster) raster;
            OwnMeans.set(null, written, x, y, pixel);
        }
    }
}
