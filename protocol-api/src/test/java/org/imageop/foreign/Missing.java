package org.imageop.foreign;

/** A foreign class that is not there when its adapter is loaded. */
public class Missing extends Photo {
    public Missing() {
        super(1, new byte[1]);
    }
}
