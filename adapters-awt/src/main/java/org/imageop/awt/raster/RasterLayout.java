package org.imageop.awt.raster;

import java.awt.image.BandedSampleModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import java.nio.Buffer;
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
    static @Nullable PixelLayout of(Raster raster, ComponentMeaning meaning) {
        Steps steps = steps(raster.getSampleModel(), meaning.ranged());
        if (steps == null) {
            return null;
        }
        try {
            Plane[] planes = planes(raster, meaning, steps);
            if (planes == null) {
                return null;
            }
            PixelLayout layout =
                    PixelLayout.of(meaning.mode(), raster.getWidth(), raster.getHeight(), meaning.alpha(), planes);
            return raster instanceof WritableRaster ? layout : layout.asReadOnly();
        } catch (IllegalArgumentException e) {
            throw new UnsupportedImageException("The raster does not fit its data buffer: " + e.getMessage(), e);
        }
    }

    /** How a sample model walks through its banks; bank, beginning and lowest bit are those of each band. */
    private record Steps(int[] banks, int[] starts, int[] shifts, long pixelStride, long lineStride) {}

    private static @Nullable Steps steps(SampleModel model, boolean ranged) {
        int bands = model.getNumBands();
        if (isComponents(model)) {
            ComponentSampleModel components = (ComponentSampleModel) model;
            return new Steps(
                    components.getBankIndices(),
                    components.getBandOffsets(),
                    new int[bands],
                    components.getPixelStride(),
                    components.getScanlineStride());
        } else if (model.getClass() == SinglePixelPackedSampleModel.class && !ranged) {
            SinglePixelPackedSampleModel fields = (SinglePixelPackedSampleModel) model;
            return new Steps(new int[bands], new int[bands], fields.getBitOffsets(), 1, fields.getScanlineStride());
        }
        return null;
    }

    private static Plane @Nullable [] planes(Raster raster, ComponentMeaning meaning, Steps at) {
        DataBuffer data = raster.getDataBuffer();
        int[] begins = data.getOffsets();
        long x = (long) raster.getMinX() - raster.getSampleModelTranslateX();
        long y = (long) raster.getMinY() - raster.getSampleModelTranslateY();
        Plane[] planes = new Plane[meaning.mode().components()];
        Buffer memory = null;
        for (int band = 0; band < planes.length; band++) {
            int bank = at.banks[band];
            if (band == 0 || bank != at.banks[band - 1]) {
                memory = BankMemory.of(data, bank, meaning.ranged());
            }
            if (memory == null) {
                return null;
            }
            long offset = (long) begins[bank] + at.starts[band] + y * at.lineStride + x * at.pixelStride;
            planes[band] = meaning.ranged()
                    ? numbers(data, memory, offset, at, meaning.ranges().get(band))
                    : Plane.packed(
                            memory, offset, at.pixelStride, at.lineStride, at.shifts[band], meaning.bits()[band]);
        }
        return planes;
    }

    private static Plane numbers(DataBuffer data, Buffer memory, long offset, Steps at, Plane.Range range) {
        return switch (data.getDataType()) {
            case DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT ->
                Plane.rangedUnsigned(memory, offset, at.pixelStride, at.lineStride, range);
            default -> Plane.ranged(memory, offset, at.pixelStride, at.lineStride, range);
        };
    }

    /** Whether a model of several bands is one of AWT's own, which do as they say. */
    static boolean isKnown(SampleModel model) {
        return isComponents(model) || model.getClass() == SinglePixelPackedSampleModel.class;
    }

    /** Subclasses may lay out samples as they like. */
    private static boolean isComponents(SampleModel model) {
        Class<?> type = model.getClass();
        return type == ComponentSampleModel.class
                || type == PixelInterleavedSampleModel.class
                || type == BandedSampleModel.class;
    }
}
