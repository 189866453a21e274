package org.imageop.foreign;

import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.spi.ImageAdapter;

/** An adapter for a library that is not there: it can be made, but its type cannot be loaded. */
public class MissingTypeAdapter implements ImageAdapter<Missing> {
    @Override
    public Class<Missing> type() {
        return Missing.class;
    }

    @Override
    public ImageLike wrap(Missing image) {
        throw new AssertionError("never asked");
    }

    @Override
    public Transfer<Missing> export(ImageLike image, Copy copy) {
        throw new AssertionError("never asked");
    }
}
