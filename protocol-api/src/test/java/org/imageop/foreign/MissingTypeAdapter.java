package org.imageop.foreign;

import org.imageop.ImageLike;
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
}
