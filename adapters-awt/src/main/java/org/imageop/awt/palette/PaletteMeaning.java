package org.imageop.awt.palette;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.awt.raster.RasterMeaning;
import org.jspecify.annotations.Nullable;

/** Indices of colours: the colours are the pixels. */
public final class PaletteMeaning implements RasterMeaning {
    private final IndexColorModel model;
    private final Mode mode;
    /** The colours of the map, as ARGB. */
    private final int[] colors;

    private final boolean writable;
    /** Made when the first colour is written. */
    private volatile @Nullable NearestColors nearest;

    /** What the indices into a map of colours mean. */
    public PaletteMeaning(IndexColorModel model) {
        this.model = model;
        colors = new int[model.getMapSize()];
        model.getRGBs(colors);
        boolean opaque = true;
        boolean gray = true;
        boolean any = false;
        for (int i = 0; i < colors.length; i++) {
            if (model.isValid(i)) {
                int color = colors[i];
                opaque &= color >>> 24 == 0xff;
                gray &= (color & 0xff) * 0x10101 == (color & 0xffffff);
                any = true;
            }
        }
        mode = !opaque ? Mode.RGBA : gray ? Mode.L : Mode.RGB;
        writable = any;
    }

    /** L if all valid colours are grey and opaque, RGB if they are opaque, else RGBA. */
    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public SampleRows computed(Raster raster) {
        return new PaletteRows(raster, this);
    }

    /** Whether there is any index that can be written. */
    boolean writable() {
        return writable;
    }

    /** The colour of an index as ARGB; 0 outside of the map, as AWT has it. */
    int color(int index) {
        return index < colors.length ? colors[index] : 0;
    }

    /** The way back from colours to indices. */
    NearestColors nearest() {
        NearestColors known = nearest;
        if (known == null) {
            known = new NearestColors(model, colors);
            nearest = known;
        }
        return known;
    }
}
