package org.imageop.verification.foreign;

import org.imageop.verification.foreign.PhotoAdapter.Photo;

/** What an adapter of photos is tested with. */
public interface PhotoSource extends ReadablePhotos {
    @Override
    default void setPixel(Photo photo, int x, int y, int[] pixel) {
        photo.put(x, y, pixel[0]);
    }
}
