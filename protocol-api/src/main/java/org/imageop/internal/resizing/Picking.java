package org.imageop.internal.resizing;

import org.jspecify.annotations.Nullable;

/**
 * Rows of which pixels are left out or repeated, as NEAREST does it. A pass whose axis is null is skipped.
 *
 * <p>A row that is repeated is read once.
 */
final class Picking implements RowSource {
    private final RowSource source;
    private final int components;
    private final int @Nullable [] columns;
    private final int @Nullable [] lines;
    private final int[] out;
    private int[] in = {};
    private int line = -1;

    /** Takes the length of the rows that it makes, in samples. */
    Picking(RowSource source, int components, int length, @Nullable Axis across, @Nullable Axis down) {
        this.source = source;
        this.components = components;
        this.columns = across == null ? null : across.first();
        this.lines = down == null ? null : down.first();
        this.out = new int[length];
    }

    @Override
    public int[] row(int y) {
        int wanted = lines == null ? y : lines[y];
        if (wanted != line) {
            in = source.row(wanted);
            line = wanted;
        }
        if (columns == null) {
            // the caller may change what it gets, and may ask for the same row again
            System.arraycopy(in, 0, out, 0, out.length);
        } else {
            pick(in, columns);
        }
        return out;
    }

    private void pick(int[] row, int[] columns) {
        switch (components) {
            case 1 -> {
                for (int x = 0; x < columns.length; x++) {
                    out[x] = row[columns[x]];
                }
            }
            case 3 -> {
                for (int x = 0; x < columns.length; x++) {
                    int p = 3 * columns[x];
                    out[3 * x] = row[p];
                    out[3 * x + 1] = row[p + 1];
                    out[3 * x + 2] = row[p + 2];
                }
            }
            default -> {
                for (int x = 0; x < columns.length; x++) {
                    System.arraycopy(row, components * columns[x], out, components * x, components);
                }
            }
        }
    }
}
