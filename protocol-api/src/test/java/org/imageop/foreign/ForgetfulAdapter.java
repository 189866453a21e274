package org.imageop.foreign;

/** An adapter that breaks its promises. */
public class ForgetfulAdapter extends PhotoAdapter {
    @Override
    @SuppressWarnings("NullAway")
    public org.imageop.ImageLike wrap(Photo image) {
        return null;
    }

    @Override
    public org.imageop.Transfer<Photo> export(org.imageop.ImageLike image, org.imageop.Copy copy) {
        return org.imageop.Transfer.copied(new Photo(1, new byte[1]), "it always does", java.util.List.of());
    }
}
