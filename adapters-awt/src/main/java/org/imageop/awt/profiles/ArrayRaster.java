package org.imageop.awt.profiles;

import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.imageop.PixelLayout;
import org.imageop.Plane;

/** Whole elements in an array as a raster. */
final class ArrayRaster {
    private ArrayRaster() {}

    static WritableRaster of(PixelLayout layout) {
        Plane first = layout.plane(0);
        int[] offsets = layout.planes().stream()
                .mapToInt(plane -> (int) plane.offset() + plane.memory().arrayOffset())
                .toArray();
        DataBuffer data = first.memory().array() instanceof byte[] bytes
                ? new DataBufferByte(bytes, bytes.length)
                : new DataBufferUShort(
                        (short[]) first.memory().array(),
                        ((short[]) first.memory().array()).length);
        return Raster.createWritableRaster(
                new PixelInterleavedSampleModel(
                        data.getDataType(),
                        layout.size().width(),
                        layout.size().height(),
                        (int) first.pixelStride(),
                        (int) first.lineStride(),
                        offsets),
                data,
                new Point());
    }
}
