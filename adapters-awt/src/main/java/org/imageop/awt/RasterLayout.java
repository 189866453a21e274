package org.imageop.awt;

import java.awt.image.BandedSampleModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferDouble;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferShort;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/** Where the samples of a raster lie, for sample models and data buffers whose arithmetic is known. */
final class RasterLayout {
    private RasterLayout() {}

    /**
     * Describes a raster's memory. Taking the arrays of a data buffer marks it as untracked.
     *
     * @return the layout, or null if samples share elements, are computed, or are doubles
     * @throws UnsupportedImageException if a sample would lie outside its array
     */
    static @Nullable PixelLayout of(Raster raster, Interpretation meaning) {
        try {
            Plane[] planes = new Plane[meaning.mode().components()];
            for (int band = 0; band < planes.length; band++) {
                Plane plane = plane(raster, band, meaning.bits()[band], meaning.range());
                if (plane == null) {
                    return null;
                }
                planes[band] = plane;
            }
            return PixelLayout.of(meaning.mode(), raster.getWidth(), raster.getHeight(), meaning.alpha(), planes);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedImageException("The raster does not fit its data buffer: " + e.getMessage(), e);
        }
    }

    private static @Nullable Plane plane(Raster raster, int band, int bits, Plane.@Nullable Range range) {
        SampleModel model = raster.getSampleModel();
        long x = (long) raster.getMinX() - raster.getSampleModelTranslateX();
        long y = (long) raster.getMinY() - raster.getSampleModelTranslateY();
        DataBuffer data = raster.getDataBuffer();
        if (isComponents(model)) {
            ComponentSampleModel components = (ComponentSampleModel) model;
            int bank = components.getBankIndices()[band];
            Buffer memory = memory(raster, bank, range != null);
            if (memory == null) {
                return null;
            }
            long pixelStride = components.getPixelStride();
            long lineStride = components.getScanlineStride();
            long offset =
                    data.getOffsets()[bank] + components.getBandOffsets()[band] + y * lineStride + x * pixelStride;
            return range != null
                    ? Plane.ranged(memory, offset, pixelStride, lineStride, range)
                    : Plane.packed(memory, offset, pixelStride, lineStride, 0, bits);
        }
        if (model.getClass() == SinglePixelPackedSampleModel.class && range == null) {
            SinglePixelPackedSampleModel packed = (SinglePixelPackedSampleModel) model;
            Buffer memory = memory(raster, 0, false);
            if (memory == null) {
                return null;
            }
            long lineStride = packed.getScanlineStride();
            long offset = data.getOffsets()[0] + y * lineStride + x;
            return Plane.packed(memory, offset, 1, lineStride, packed.getBitOffsets()[band], bits);
        }
        return null;
    }

    /** Subclasses may lay out samples as they like. */
    private static boolean isComponents(SampleModel model) {
        Class<?> type = model.getClass();
        return type == ComponentSampleModel.class
                || type == PixelInterleavedSampleModel.class
                || type == BandedSampleModel.class;
    }

    /** A bank's memory, or null if it has no array whose elements a plane reads as they are meant. */
    private static @Nullable Buffer memory(Raster raster, int bank, boolean signed) {
        DataBuffer data = raster.getDataBuffer();
        boolean writable = raster instanceof WritableRaster;
        if (data instanceof DataBufferInt ints) {
            IntBuffer memory = IntBuffer.wrap(ints.getData(bank));
            return writable ? memory : memory.asReadOnlyBuffer();
        } else if (data instanceof DataBufferFloat floats && signed) {
            FloatBuffer memory = FloatBuffer.wrap(floats.getData(bank));
            return writable ? memory : memory.asReadOnlyBuffer();
        } else if (data instanceof DataBufferByte bytes && !signed) {
            ByteBuffer memory = ByteBuffer.wrap(bytes.getData(bank));
            return writable ? memory : memory.asReadOnlyBuffer();
        }
        ShortBuffer memory = null;
        if (data instanceof DataBufferShort shorts && signed) {
            memory = ShortBuffer.wrap(shorts.getData(bank));
        } else if (data instanceof DataBufferUShort shorts && !signed) {
            memory = ShortBuffer.wrap(shorts.getData(bank));
        }
        return memory == null || writable ? memory : memory.asReadOnlyBuffer();
    }

    /**
     * What the samples of a raster that has no layout are made of: its data buffer, and the arrays by which images in
     * memory are known. Taking these marks the data buffer as untracked.
     */
    static List<Object> bases(Raster raster) {
        DataBuffer data = raster.getDataBuffer();
        List<Object> bases = new ArrayList<>(List.of(data));
        for (int bank = 0; bank < data.getNumBanks(); bank++) {
            Object array = array(data, bank);
            if (array != null) {
                bases.add(array);
            }
        }
        return bases;
    }

    private static @Nullable Object array(DataBuffer data, int bank) {
        if (data instanceof DataBufferByte bytes) {
            return bytes.getData(bank);
        } else if (data instanceof DataBufferUShort shorts) {
            return shorts.getData(bank);
        } else if (data instanceof DataBufferShort shorts) {
            return shorts.getData(bank);
        } else if (data instanceof DataBufferInt ints) {
            return ints.getData(bank);
        } else if (data instanceof DataBufferFloat floats) {
            return floats.getData(bank);
        }
        return data instanceof DataBufferDouble doubles ? doubles.getData(bank) : null;
    }
}
