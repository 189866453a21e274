package org.imageop.internal.quantizing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.imageop.internal.palette.NearestColors;

/**
 * Few colours that are near to many: boxes of colours are cut where the sum of squared differences to the means of their parts
 * becomes least, the box of the largest sum first; then each colour moves to the mean of the colours that are nearest to it.
 */
final class ColorChoice {
    private static final int MOVES = 8;

    private final ColorCounts colors;
    private final int components;
    /** The cells, those of a box side by side. */
    private final int[] order;

    private ColorChoice(ColorCounts colors, int components) {
        this.colors = colors;
        this.components = components;
        order = new int[colors.size()];
        Arrays.setAll(order, i -> i);
    }

    /** A part of the cells, with what cutting it along its longest axis is worth. */
    private record Box(int start, int end, double error) {}

    /** At most so many colours, their components side by side. */
    static int[] of(ColorCounts colors, int components, int most) {
        ColorChoice choice = new ColorChoice(colors, components);
        return choice.moved(choice.boxes(most));
    }

    private int[] boxes(int most) {
        PriorityQueue<Box> boxes = new PriorityQueue<>(
                Comparator.comparingDouble(Box::error).reversed().thenComparingInt(Box::start));
        boxes.add(box(0, order.length));
        while (boxes.size() < most && boxes.element().error > 0) {
            Box box = boxes.remove();
            int cut = cut(box);
            boxes.add(box(box.start, cut));
            boxes.add(box(cut, box.end));
        }
        return boxes.stream()
                .sorted(Comparator.comparingInt(Box::start))
                .mapToInt(this::mean)
                .toArray();
    }

    private Box box(int start, int end) {
        double error = 0;
        for (int c = 0; c < components; c++) {
            error += error(start, end, c);
        }
        return new Box(start, end, end - start < 2 ? 0 : error);
    }

    /** The sum of squared differences to the mean, of one component. */
    private double error(int start, int end, int component) {
        double count = 0;
        double sum = 0;
        double squares = 0;
        for (int i = start; i < end; i++) {
            double n = colors.count(order[i]);
            double value = colors.sum(order[i], component);
            count += n;
            sum += value;
            squares += value * value / n;
        }
        return squares - sum * sum / count;
    }

    /** Sorts a box along the component that differs most, and finds where to cut it. */
    private int cut(Box box) {
        int axis = 0;
        double most = -1;
        for (int c = 0; c < components; c++) {
            double error = error(box.start, box.end, c);
            if (error > most) {
                most = error;
                axis = c;
            }
        }
        long[] sorted = new long[box.end - box.start];
        for (int i = 0; i < sorted.length; i++) {
            int cell = order[box.start + i];
            sorted[i] = 256 * colors.sum(cell, axis) / colors.count(cell) << Integer.SIZE | cell;
        }
        Arrays.sort(sorted);
        double[] all = new double[components];
        double total = 0;
        for (int i = 0; i < sorted.length; i++) {
            order[box.start + i] = (int) sorted[i];
            total += colors.count((int) sorted[i]);
            for (int c = 0; c < components; c++) {
                all[c] += colors.sum((int) sorted[i], c);
            }
        }
        double[] left = new double[components];
        double before = 0;
        double best = -1;
        int cut = 1;
        for (int i = 0; i + 1 < sorted.length; i++) {
            before += colors.count((int) sorted[i]);
            double gain = 0;
            for (int c = 0; c < components; c++) {
                left[c] += colors.sum((int) sorted[i], c);
                double right = all[c] - left[c];
                gain += left[c] * left[c] / before + right * right / (total - before);
            }
            if (gain > best) {
                best = gain;
                cut = i + 1;
            }
        }
        return box.start + cut;
    }

    private int mean(Box box) {
        int color = 0;
        for (int c = 0; c < components; c++) {
            long sum = 0;
            long count = 0;
            for (int i = box.start; i < box.end; i++) {
                sum += colors.sum(order[i], c);
                count += colors.count(order[i]);
            }
            color = color << Byte.SIZE | ColorCounts.rounded(sum, count);
        }
        return color;
    }

    private int[] moved(int... chosen) {
        int[] now = chosen;
        for (int move = 0; move < MOVES; move++) {
            NearestColors nearest = new NearestColors(now);
            long[] counts = new long[now.length];
            long[] sums = new long[now.length * components];
            for (int cell = 0; cell < colors.size(); cell++) {
                int index = nearest.index(colors.mean(cell));
                counts[index] += colors.count(cell);
                for (int c = 0; c < components; c++) {
                    sums[index * components + c] += colors.sum(cell, c);
                }
            }
            int[] next = now.clone();
            for (int i = 0; i < now.length; i++) {
                if (counts[i] > 0) {
                    next[i] = 0;
                    for (int c = 0; c < components; c++) {
                        next[i] = next[i] << Byte.SIZE | ColorCounts.rounded(sums[i * components + c], counts[i]);
                    }
                }
            }
            if (Arrays.equals(next, now)) {
                break;
            }
            now = next;
        }
        return now;
    }
}
