package org.imageop.foreign;

import org.imageop.ImageLike;
import org.imageop.spi.Sharing;

/** An adapter that breaks its promises. */
@SuppressWarnings("NullAway")
public class ForgetfulAdapter extends PhotoAdapter {
    @Override
    public ImageLike wrap(Photo image) {
        return null;
    }

    @Override
    public Sharing<Photo> share(ImageLike image) {
        return null;
    }
}
