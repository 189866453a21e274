package org.imageop.foreign;

/** Another adapter of the same type. */
public class SecondPhotoAdapter extends PhotoAdapter {
    @Override
    public org.imageop.ImageLike wrap(Photo image) {
        throw new AssertionError("the first adapter of a type is asked");
    }
}
