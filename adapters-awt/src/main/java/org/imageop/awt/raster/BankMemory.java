package org.imageop.awt.raster;

import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferDouble;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferShort;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arrays of a raster's data buffer. Taking one marks the data buffer as untracked. */
public final class BankMemory {
    private BankMemory() {}

    /**
     * What the samples of a raster without a layout are made of: its data buffer, by which other rasters on it are
     * known, and the arrays, by which images in memory are known.
     */
    public static List<Object> foundations(Raster raster) {
        DataBuffer data = raster.getDataBuffer();
        List<Object> foundations = new ArrayList<>(List.of(data));
        for (int bank = 0; bank < data.getNumBanks(); bank++) {
            Object array = array(data, bank);
            if (array != null) {
                foundations.add(array);
            }
        }
        return foundations;
    }

    /**
     * A bank's memory.
     *
     * @param ranged whether a plane of a range reads it, else a plane of unsigned samples
     * @return the memory, or null if such a plane cannot read its elements
     */
    static @Nullable Buffer of(DataBuffer data, int bank, boolean ranged) {
        boolean readable = switch (data.getDataType()) {
            case DataBuffer.TYPE_SHORT, DataBuffer.TYPE_FLOAT -> ranged;
            default -> true;
        };
        Object array = readable ? array(data, bank) : null;
        if (array instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (array instanceof short[] shorts) {
            return ShortBuffer.wrap(shorts);
        } else if (array instanceof int[] ints) {
            return IntBuffer.wrap(ints);
        }
        return array instanceof float[] floats ? FloatBuffer.wrap(floats) : null;
    }

    /** A bank's array, or null if the class of the data buffer is not one of Java's. */
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
