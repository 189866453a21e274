package org.imageop.internal.quantizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.imageop.SampleRows;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the colours of an image of L, RGB or RGBA. Colours are ints with their components side by side; all fully transparent
 * pixels are one colour, 0.
 */
public final class FewColors {
    private final SampleRows rows;
    private final int width;
    private final int height;
    private final int components;

    /** The colours of these rows. */
    public FewColors(SampleRows rows, int width, int height, int components) {
        this.rows = rows;
        this.width = width;
        this.height = height;
        this.components = components;
    }

    /** Takes a colour; false ends the walk. */
    private interface Visitor {
        boolean visit(int color);
    }

    /** All colours in the order of their first pixels, or null if there are more than so many. */
    public int @Nullable [] all(int most) {
        List<Integer> order = new ArrayList<>();
        Map<Integer, Integer> known = new HashMap<>();
        int[] last = {0};
        boolean few = walk(color -> {
            if (color == last[0] && !order.isEmpty()) {
                return true;
            }
            last[0] = color;
            if (known.putIfAbsent(color, 0) == null) {
                order.add(color);
            }
            return order.size() <= most;
        });
        return few ? order.stream().mapToInt(Integer::intValue).toArray() : null;
    }

    /** At most so many colours that are near to those of the pixels; a transparent one is kept as it is. */
    public int[] chosen(int most) {
        ColorCounts counts = new ColorCounts(components);
        boolean[] transparent = {false};
        walk(color -> {
            if (components == 4 && color == 0 && most > 1) {
                transparent[0] = true;
            } else {
                counts.add(color);
            }
            return true;
        });
        if (!transparent[0]) {
            return ColorChoice.of(counts, components, most);
        }
        int[] visible = counts.size() == 0 ? new int[0] : ColorChoice.of(counts, components, most - 1);
        return IntStream.concat(IntStream.of(0), IntStream.of(visible)).toArray();
    }

    private boolean walk(Visitor visitor) {
        int[] row = new int[width * components];
        for (int y = 0; y < height; y++) {
            rows.read(0, y, width, row, 0);
            for (int x = 0; x < width; x++) {
                if (!visitor.visit(color(row, x * components, components))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The components of a pixel side by side. */
    static int color(int[] row, int at, int components) {
        return switch (components) {
            case 1 -> row[at];
            case 3 -> row[at] << 16 | row[at + 1] << 8 | row[at + 2];
            default -> row[at + 3] == 0 ? 0 : row[at] << 24 | row[at + 1] << 16 | row[at + 2] << 8 | row[at + 3];
        };
    }
}
