package org.imageop.awt.raster;

import java.awt.image.BandedSampleModel;
import java.awt.image.ComponentSampleModel;
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
    private final Raster raster;
    private final ComponentMeaning meaning;
    /** The raster's top left in the coordinates of its sample model. */
    private final long x;

    private final long y;

    private RasterLayout(Raster raster, ComponentMeaning meaning) {
        this.raster = raster;
        this.meaning = meaning;
        this.x = (long) raster.getMinX() - raster.getSampleModelTranslateX();
        this.y = (long) raster.getMinY() - raster.getSampleModelTranslateY();
    }

    /**
     * Describes a raster's memory. Taking the arrays of a data buffer marks it as untracked.
     *
     * @return the layout, or null if samples share elements, are computed, or are doubles
     * @throws UnsupportedImageException if a sample would lie outside its array
     */
    static @Nullable PixelLayout of(Raster raster, ComponentMeaning meaning) {
        RasterLayout where = new RasterLayout(raster, meaning);
        try {
            Plane[] planes = new Plane[meaning.mode().components()];
            for (int band = 0; band < planes.length; band++) {
                Plane plane = where.plane(band);
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

    private @Nullable Plane plane(int band) {
        SampleModel model = raster.getSampleModel();
        // subclasses may lay out samples as they like
        Class<?> type = model.getClass();
        if (type == ComponentSampleModel.class
                || type == PixelInterleavedSampleModel.class
                || type == BandedSampleModel.class) {
            return plane((ComponentSampleModel) model, band);
        }
        return type == SinglePixelPackedSampleModel.class && meaning.range() == null
                ? plane((SinglePixelPackedSampleModel) model, band)
                : null;
    }

    private @Nullable Plane plane(ComponentSampleModel model, int band) {
        int bank = model.getBankIndices()[band];
        Plane.Range range = meaning.range();
        Buffer memory = BankMemory.of(raster.getDataBuffer(), bank, range != null);
        if (memory == null) {
            return null;
        }
        long pixelStride = model.getPixelStride();
        long lineStride = model.getScanlineStride();
        long offset = first(bank) + model.getBandOffsets()[band] + y * lineStride + x * pixelStride;
        return range != null
                ? Plane.ranged(memory, offset, pixelStride, lineStride, range)
                : Plane.packed(memory, offset, pixelStride, lineStride, 0, meaning.bits()[band]);
    }

    private @Nullable Plane plane(SinglePixelPackedSampleModel model, int band) {
        Buffer memory = BankMemory.of(raster.getDataBuffer(), 0, false);
        if (memory == null) {
            return null;
        }
        long lineStride = model.getScanlineStride();
        long offset = first(0) + y * lineStride + x;
        return Plane.packed(memory, offset, 1, lineStride, model.getBitOffsets()[band], meaning.bits()[band]);
    }

    private int first(int bank) {
        return raster.getDataBuffer().getOffsets()[bank];
    }
}
