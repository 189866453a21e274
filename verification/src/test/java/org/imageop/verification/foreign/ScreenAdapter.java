package org.imageop.verification.foreign;

/** Photos on a screen that shows every number as sRGB. */
public class ScreenAdapter extends PhotoAdapter {
    /** For the service loader. */
    public ScreenAdapter() {}

    @Override
    public boolean srgbOnly() {
        return true;
    }
}
