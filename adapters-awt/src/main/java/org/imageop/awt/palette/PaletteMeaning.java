package org.imageop.awt.palette;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.imageop.ImagePalette;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.awt.raster.RasterMeaning;

/** Indices of colours: the colours are the pixels. */
public final class PaletteMeaning implements RasterMeaning {
    /** The colours of the map, as ARGB. */
    private final int[] colors;
    /** The indices that can be written. */
    private final int[] valid;
    /** Their colours. */
    private final ImagePalette written;

    /** What the indices into a map of colours mean. */
    public PaletteMeaning(IndexColorModel model) {
        colors = new int[model.getMapSize()];
        model.getRGBs(colors);
        valid = IntStream.range(0, colors.length).filter(model::isValid).toArray();
        written = ImagePalette.ofArgb(Arrays.stream(valid).map(i -> colors[i]).toArray());
    }

    /** L if all valid colours are grey and opaque, RGB if they are opaque, else RGBA. */
    @Override
    public Mode mode() {
        return written.mode();
    }

    @Override
    public SampleRows computed(Raster raster) {
        return new PaletteRows(raster, this);
    }

    /** The colours of all indices. */
    public ImagePalette palette() {
        return ImagePalette.ofArgb(mode(), colors);
    }

    /** Whether there is any index that can be written. */
    boolean writable() {
        return valid.length > 0;
    }

    /** The colour of an index as ARGB; 0 outside of the map, as AWT has it. */
    int color(int index) {
        return index < colors.length ? colors[index] : 0;
    }

    /** The indices to write for a run of colours: those with exactly these colours, else with the nearest ones. */
    int[] indices(int[] samples, int offset, int count) {
        int[] indices = new int[count];
        written.nearest(samples, offset, indices, count);
        if (valid.length < colors.length) {
            Arrays.setAll(indices, i -> valid[indices[i]]);
        }
        return indices;
    }
}
