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
        try {
            Plane[] planes = new Plane[meaning.mode().components()];
            for (int band = 0; band < planes.length; band++) {
                Plane plane = plane(raster, band, meaning.bits()[band], meaning.range());
                if (plane == null) {
                    return null;
                }
                planes[band] = plane;
            }
            PixelLayout layout =
                    PixelLayout.of(meaning.mode(), raster.getWidth(), raster.getHeight(), meaning.alpha(), planes);
            return raster instanceof WritableRaster ? layout : layout.asReadOnly();
        } catch (IllegalArgumentException e) {
            throw new UnsupportedImageException("The raster does not fit its data buffer: " + e.getMessage(), e);
        }
    }

    private static @Nullable Plane plane(Raster raster, int band, int bits, Plane.@Nullable Range range) {
        SampleModel model = raster.getSampleModel();
        int bank = 0;
        long start = 0;
        long pixelStride = 1;
        long lineStride;
        int shift = 0;
        if (isComponents(model)) {
            ComponentSampleModel components = (ComponentSampleModel) model;
            bank = components.getBankIndices()[band];
            start = components.getBandOffsets()[band];
            pixelStride = components.getPixelStride();
            lineStride = components.getScanlineStride();
        } else if (model.getClass() == SinglePixelPackedSampleModel.class && range == null) {
            SinglePixelPackedSampleModel fields = (SinglePixelPackedSampleModel) model;
            lineStride = fields.getScanlineStride();
            shift = fields.getBitOffsets()[band];
        } else {
            return null;
        }
        DataBuffer data = raster.getDataBuffer();
        Buffer memory = BankMemory.of(data, bank, range != null);
        if (memory == null) {
            return null;
        }
        long x = (long) raster.getMinX() - raster.getSampleModelTranslateX();
        long y = (long) raster.getMinY() - raster.getSampleModelTranslateY();
        long offset = data.getOffsets()[bank] + start + y * lineStride + x * pixelStride;
        if (range == null) {
            return Plane.packed(memory, offset, pixelStride, lineStride, shift, bits);
        }
        return switch (data.getDataType()) {
            case DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT ->
                Plane.rangedUnsigned(memory, offset, pixelStride, lineStride, range);
            default -> Plane.ranged(memory, offset, pixelStride, lineStride, range);
        };
    }

    /** Subclasses may lay out samples as they like. */
    private static boolean isComponents(SampleModel model) {
        Class<?> type = model.getClass();
        return type == ComponentSampleModel.class
                || type == PixelInterleavedSampleModel.class
                || type == BandedSampleModel.class;
    }
}
