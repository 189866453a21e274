package org.imageop.imagej;

import ij.VirtualStack;
import ij.process.ImageProcessor;
import java.util.function.IntFunction;

/** A virtual stack that counts how often slices are read. */
final class ReadStack extends VirtualStack {
    private final int slices;
    private final IntFunction<ImageProcessor> reader;
    int reads;

    ReadStack(int width, int height, int slices, IntFunction<ImageProcessor> reader) {
        super(width, height, slices);
        this.slices = slices;
        this.reader = reader;
    }

    @Override
    public ImageProcessor getProcessor(int n) {
        reads++;
        return reader.apply(n);
    }

    @Override
    public int getSize() {
        return slices;
    }
}
