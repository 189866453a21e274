package org.imageop.awt.exporting;

import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.DirectColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.RasterFormatException;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.awt.color.ModeColors;

/**
 * A BufferedImage on the arrays of a layout.
 *
 * <p>The offset of a {@link DataBuffer} is always 0 here, because the data elements of AWT's own rasters and with
 * them all drawing ignore it. An image that begins elsewhere has band offsets or is the child of a raster.
 */
final class SharedRaster {
    /** Why AWT cannot describe the memory; the message is a clause. */
    static final class Obstacle extends Exception {
        private static final long serialVersionUID = 1L;

        Obstacle(String clause) {
            super(clause);
        }
    }

    private final PixelLayout layout;
    private final Mode mode;
    private final int width;
    private final int height;
    private final List<Plane> planes;
    private final long pixelStride;
    private final long lineStride;

    private SharedRaster(PixelLayout layout) throws Obstacle {
        this.layout = layout;
        this.mode = layout.mode();
        this.width = layout.size().width();
        this.height = layout.size().height();
        this.planes = layout.planes();
        if (mode.planar()) {
            throw new Obstacle("AWT has no planar luma and chroma");
        }
        for (Plane plane : planes) {
            checkMemory(plane);
        }
        Plane first = planes.get(0);
        boolean packed = planes.stream().anyMatch(p -> p.bits() != elementBits(p.memory()));
        // the stride of an axis with one sample is of no account
        this.pixelStride = width > 1 ? first.pixelStride() : packed ? 1 : planes.size();
        this.lineStride = height > 1 ? first.lineStride() : pixelStride * width;
        for (Plane plane : planes) {
            if ((width > 1 && plane.pixelStride() != pixelStride) || (height > 1 && plane.lineStride() != lineStride)) {
                throw new Obstacle("its components have different strides, and AWT's bands have the same");
            }
        }
        if (pixelStride < 1 || lineStride < 1) {
            throw new Obstacle("AWT cannot describe rows or columns that run backwards (the strides are " + pixelStride
                    + " and " + lineStride + ")");
        }
        if (lineStride > Integer.MAX_VALUE || pixelStride > Integer.MAX_VALUE) {
            throw new Obstacle("AWT's strides have 31 bits");
        }
    }

    /**
     * An image on the same arrays.
     *
     * @throws Obstacle if AWT cannot describe them
     */
    static BufferedImage of(ImageLike image) throws Obstacle {
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (layout == null) {
            throw new Obstacle("its samples are computed, not stored");
        }
        SharedRaster shared = new SharedRaster(layout);
        try {
            return shared.image();
        } catch (IllegalArgumentException | RasterFormatException e) {
            throw new Obstacle("AWT refuses to describe the memory: " + e.getMessage());
        }
    }

    private static void checkMemory(Plane plane) throws Obstacle {
        Buffer memory = plane.memory();
        if (plane.range() != null) {
            throw new Obstacle("AWT has no value range for "
                    + (memory instanceof FloatBuffer ? "floating-point" : "signed") + " samples");
        }
        if (memory.isReadOnly()) {
            throw new Obstacle("its memory is read-only, and a BufferedImage can always be written");
        }
        if (!memory.hasArray()) {
            throw new Obstacle(
                    memory.isDirect()
                            ? "its memory is outside of the Java heap, and AWT needs an array"
                            : "its memory is a view of an array of narrower elements, and AWT needs an array of samples");
        }
    }

    private BufferedImage image() throws Obstacle {
        boolean whole = true;
        for (Plane plane : planes) {
            whole &= plane.bits() == elementBits(plane.memory());
        }
        return whole ? components() : packed();
    }

    private BufferedImage components() throws Obstacle {
        if (planes.get(0).bits() != mode.bitsPerComponent()) {
            throw new Obstacle("its samples have " + planes.get(0).bits()
                    + " bits, and AWT would not see that they stand" + " for " + mode.bitsPerComponent());
        }
        List<Object> banks = new ArrayList<>();
        int[] bankOf = new int[planes.size()];
        int[] offsets = new int[planes.size()];
        for (int band = 0; band < bankOf.length; band++) {
            Plane plane = planes.get(band);
            Object array = plane.memory().array();
            int bank = 0;
            while (bank < banks.size() && banks.get(bank) != array) {
                bank++;
            }
            if (bank == banks.size()) {
                banks.add(array);
            }
            bankOf[band] = bank;
            offsets[band] = Math.toIntExact(plane.offset() + plane.memory().arrayOffset());
        }
        boolean premultiplied = layout.alpha() == AlphaType.PREMULTIPLIED;
        DataBuffer data = data(banks);
        // TYPE_BYTE_GRAY and TYPE_USHORT_GRAY draw samples as they are; getRGB does not
        boolean predefinedGray = (mode == Mode.L || mode == Mode.L16) && pixelStride == 1;
        ColorModel model = predefinedGray
                ? new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_GRAY),
                        false,
                        false,
                        ColorModel.OPAQUE,
                        ModeColors.dataType(mode))
                : ModeColors.model(mode, premultiplied);
        WritableRaster raster = banks.size() == 1 && interleaved(offsets)
                ? interleavedRaster(data, offsets)
                : Raster.createWritableRaster(scattered(bankOf, offsets), data, null);
        return new BufferedImage(model, raster, premultiplied, null);
    }

    /** Whether the samples of a pixel lie together and rows do not cross. */
    private boolean interleaved(int... offsets) {
        return pixelStride * width <= lineStride && spread(offsets) < pixelStride;
    }

    private static int least(int... offsets) {
        int least = offsets[0];
        for (int offset : offsets) {
            least = Math.min(least, offset);
        }
        return least;
    }

    private static int spread(int... offsets) {
        int most = offsets[0];
        for (int offset : offsets) {
            most = Math.max(most, offset);
        }
        return most - least(offsets);
    }

    /**
     * A child of the raster that begins with the array, if the image begins a whole number of pixels from there: the
     * predefined types are recognised by small band offsets.
     */
    private WritableRaster interleavedRaster(DataBuffer data, int... offsets) {
        int start = least(offsets);
        int stride = (int) lineStride;
        int step = (int) pixelStride;
        int x = start % stride / step;
        int rest = start % stride % step;
        boolean child = rest == 0 && ((long) x + width) * step <= stride;
        int[] bandOffsets = offsets.clone();
        if (child) {
            for (int band = 0; band < offsets.length; band++) {
                bandOffsets[band] -= start;
            }
        }
        int left = child ? x : 0;
        int top = child ? start / stride : 0;
        SampleModel samples = new PixelInterleavedSampleModel(
                ModeColors.dataType(mode), left + width, top + height, step, stride, bandOffsets);
        WritableRaster raster = Raster.createWritableRaster(samples, data, null);
        return left == 0 && top == 0 ? raster : raster.createWritableChild(left, top, width, height, 0, 0, null);
    }

    private SampleModel scattered(int[] bankOf, int... offsets) {
        int type = ModeColors.dataType(mode);
        return pixelStride == 1
                ? new BandedSampleModel(type, width, height, (int) lineStride, bankOf, offsets)
                : new ComponentSampleModel(type, width, height, (int) pixelStride, (int) lineStride, bankOf, offsets);
    }

    private BufferedImage packed() throws Obstacle {
        Plane first = planes.get(0);
        Buffer memory = first.memory();
        int elementBits = elementBits(memory);
        int[] masks = new int[4];
        int used = 0;
        int most = 0;
        for (int band = 0; band < planes.size(); band++) {
            Plane plane = planes.get(band);
            masks[band] = (-1 >>> 32 - plane.bits()) << plane.shift();
            boolean together = plane.memory().getClass() == memory.getClass()
                    && plane.memory().array() == memory.array()
                    && plane.offset() + plane.memory().arrayOffset() == first.offset() + memory.arrayOffset();
            if (!together || (used & masks[band]) != 0) {
                throw new Obstacle("its components are bits of different elements, or the same bits");
            }
            used |= masks[band];
            most = Math.max(most, plane.bits());
        }
        if (planes.size() < 3 || mode == Mode.CMYK || mode == Mode.CMYK64) {
            throw new Obstacle("AWT has no packed pixels of " + mode.componentNames() + " (" + mode + ")");
        }
        if ((most > 8 ? 16 : 8) != mode.bitsPerComponent()) {
            throw new Obstacle("its samples have " + most + " bits, and AWT would not see that they stand for "
                    + mode.bitsPerComponent());
        }
        if (pixelStride != 1) {
            throw new Obstacle(
                    "AWT has no packed pixels with gaps between them (the pixel stride is " + pixelStride + ")");
        }
        boolean premultiplied = layout.alpha() == AlphaType.PREMULTIPLIED;
        // an unused byte or bit is no part of a pixel of the predefined types
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(used);
        int type = elementBits == 8
                ? DataBuffer.TYPE_BYTE
                : elementBits == 16 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_INT;
        ColorModel model = new DirectColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                bits,
                masks[0],
                masks[1],
                masks[2],
                masks[3],
                premultiplied,
                type);
        int start = Math.toIntExact(first.offset() + memory.arrayOffset());
        int stride = (int) lineStride;
        int left = start % stride;
        int top = start / stride;
        int[] bandMasks = planes.size() == 4 ? masks : new int[] {masks[0], masks[1], masks[2]};
        WritableRaster raster = Raster.createPackedRaster(
                data(List.of(memory.array())), left + width, top + height, stride, bandMasks, null);
        return new BufferedImage(
                model,
                left == 0 && top == 0 ? raster : raster.createWritableChild(left, top, width, height, 0, 0, null),
                premultiplied,
                null);
    }

    /** How many bits an element of a plane's memory has. */
    private static int elementBits(Buffer memory) {
        return memory instanceof ByteBuffer ? 8 : memory instanceof ShortBuffer ? 16 : 32;
    }

    private static DataBuffer data(List<Object> banks) {
        int size = banks.stream().mapToInt(Array::getLength).min().orElseThrow();
        Object first = banks.get(0);
        if (first instanceof byte[]) {
            return new DataBufferByte(banks.toArray(byte[][]::new), size);
        } else if (first instanceof short[]) {
            return new DataBufferUShort(banks.toArray(short[][]::new), size);
        }
        return new DataBufferInt(banks.toArray(int[][]::new), size);
    }
}
