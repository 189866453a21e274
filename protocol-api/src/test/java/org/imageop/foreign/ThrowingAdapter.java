package org.imageop.foreign;

/** An adapter that cannot be made. */
public class ThrowingAdapter extends PhotoAdapter {
    public ThrowingAdapter() {
        throw new IllegalStateException("no licence for this library [errors.md#adapter-bug]");
    }
}
