package org.imageop;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image of indices, shown in the colours of a palette (D-14). Both are live: a changed index or a changed entry changes
 * the colours that are read.
 *
 * <p>A colour that is written gets the index that {@link ImagePalette#getColor(int[], ImageLike)} returns for it: the entry
 * that has the colour, else a new one, else the highest that no pixel uses. What {@link #info} has under {@link
 * InfoKeys#BACKGROUND} and {@link InfoKeys#TRANSPARENCY} is never given away. Where nothing is left, writing throws an {@link
 * IllegalArgumentException}, and the pixels of that row stay as they were. A single component that is written makes a colour
 * too.
 *
 * <pre>{@code
 * IndexedImage picture = IndexedImage.of(StandardImage.of(Mode.L, 64, 48), ImagePalette.of(Mode.RGB, 0, 0, 0));
 * picture.set(3, 4, 255, 128, 0);
 * picture.palette().colors(); // {[0, 0, 0]=0, [255, 128, 0]=1}
 * }</pre>
 *
 * <p>A foreign image that shares the indices, such as a BufferedImage, has the colours that the palette had when it was made: hand the
 * image on again after colours were added or changed.
 *
 * <p>Several threads may read it, as long as none writes it or changes its palette.
 */
public final class IndexedImage implements ImageMixin {
    private final ImageLike indices;
    private final ImagePalette palette;
    private final ImageBuffer buffer;
    private final Map<String, Object> info;

    private IndexedImage(ImageLike indices, ImagePalette palette) {
        this.indices = indices;
        this.palette = palette;
        info = new LinkedHashMap<>(indices.info());
        info.put(InfoKeys.PALETTE, palette);
        buffer = StandardImage.computed(palette.mode(), indices.width(), indices.height(), new Rows())
                .buffer();
    }

    /**
     * Shows indices in colours. Nothing is copied.
     *
     * @param indices an image of mode L or L16, each sample of which is an index; one that the palette lacks is shown as 0 in
     *     every component
     * @param palette the colours; writing may add to them
     * @return an image of the palette's mode; its info begins with that of {@code indices}
     * @throws IllegalArgumentException if {@code indices} has another mode
     * @throws UnsupportedOperationException if the palette is {@linkplain ImagePalette#raw raw}
     */
    public static IndexedImage of(ImageLike indices, ImagePalette palette) {
        ImagePalette.checkIndices(indices);
        palette.checkUnpacked();
        return new IndexedImage(indices, palette);
    }

    /**
     * The indices.
     *
     * @return the image that was given to {@link #of}
     */
    public ImageLike indices() {
        return indices;
    }

    /**
     * The colours.
     *
     * @return the palette that was given to {@link #of}, not a copy
     */
    public ImagePalette palette() {
        return palette;
    }

    @Override
    public Mode mode() {
        return palette.mode();
    }

    @Override
    public ImageSize size() {
        return indices.size();
    }

    @Override
    public ImageBuffer buffer() {
        return buffer;
    }

    /** Mutable; {@link InfoKeys#PALETTE} is {@link #palette}. */
    @Override
    public Map<String, Object> info() {
        return info;
    }

    /** Colours of indices, and indices of colours. */
    private final class Rows implements SampleRows {
        private final SampleRows below = Images.rows(indices);

        @Override
        public void read(int x, int y, int count, int[] samples, int offset) {
            int[] row = new int[count];
            below.read(x, y, count, row, 0);
            palette.read(row, count, samples, offset);
        }

        @Override
        public void write(int x, int y, int count, int[] samples, int offset) {
            if (readOnly()) {
                SampleRows.super.write(x, y, count, samples, offset);
            }
            int components = palette.mode().components();
            int[] before = new int[count];
            below.read(x, y, count, before, 0);
            ImagePalette entries = null;
            int[] index = new int[1];
            try {
                for (int i = 0; i < count; i++) {
                    int k = offset + i * components;
                    int[] color = Arrays.copyOfRange(samples, k, k + components);
                    if (entries == null && palette.find(color).isEmpty()) {
                        entries = palette.copy();
                    }
                    // at once, since the next colour must not take an index that this pixel has
                    index[0] = palette.allocate(color, indices, info);
                    below.write(x + i, y, 1, index, 0);
                }
            } catch (IllegalArgumentException e) {
                below.write(x, y, count, before, 0);
                restore(entries);
                throw e;
            }
        }

        private void restore(@Nullable ImagePalette entries) {
            if (entries != null) {
                palette.restore(entries);
            }
        }

        @Override
        public boolean readOnly() {
            return below.readOnly();
        }

        @Override
        public List<?> foundations() {
            return List.of(indices, palette);
        }
    }
}
