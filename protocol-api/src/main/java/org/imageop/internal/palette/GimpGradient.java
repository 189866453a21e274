package org.imageop.internal.palette;

import java.util.ArrayList;
import java.util.List;
import org.imageop.internal.palette.PaletteFile.Unreadable;

/** GIMP's gradients, sampled at 256 positions. Segments have a middle, where the colour is halfway between their ends. */
final class GimpGradient {
    private static final int COLORS = 256;
    private static final double TINY = 1e-10;

    /** Where numbers end and words about the segment begin. */
    private static final int NUMBERS = 11;

    private GimpGradient() {}

    /** From x0 to x1, with colours of four components at both ends. */
    private record Segment(double x0, double middle, double x1, double[] from, double[] to, int function) {

        double position(double x) {
            double width = x1 - x0;
            return width < TINY ? blend(0.5, 0.5) : blend((middle - x0) / width, (x - x0) / width);
        }

        private double blend(double halfway, double at) {
            return switch (function) {
                case 0 -> linear(halfway, at);
                case 1 -> StrictMath.pow(at, StrictMath.log(0.5) / StrictMath.log(Math.max(halfway, TINY)));
                case 2 -> (StrictMath.sin(-Math.PI / 2 + Math.PI * linear(halfway, at)) + 1) / 2;
                case 3 -> Math.sqrt(1 - (linear(halfway, at) - 1) * (linear(halfway, at) - 1));
                default -> 1 - Math.sqrt(1 - linear(halfway, at) * linear(halfway, at));
            };
        }

        private static double linear(double halfway, double at) {
            if (at <= halfway) {
                return halfway < TINY ? 0 : 0.5 * at / halfway;
            }
            return 1 - halfway < TINY ? 1 : 0.5 + 0.5 * (at - halfway) / (1 - halfway);
        }
    }

    /** 256 colours with alpha. */
    static byte[] entries(List<String> lines) throws Unreadable {
        List<Segment> segments = segments(lines);
        byte[] data = new byte[4 * COLORS];
        int at = 0;
        for (int i = 0; i < COLORS; i++) {
            double x = i / (COLORS - 1.0);
            while (segments.get(at).x1 < x) {
                at++;
                if (at == segments.size()) {
                    throw new Unreadable("its segments end before 1");
                }
            }
            Segment segment = segments.get(at);
            double position = segment.position(x);
            for (int c = 0; c < 4; c++) {
                double value = (segment.to[c] - segment.from[c]) * position + segment.from[c];
                if (Double.isNaN(value)) {
                    throw new Unreadable("a segment has no colour at " + x);
                }
                data[4 * i + c] = (byte) Math.max(0, Math.min(255, 255 * value + 0.5));
            }
        }
        return data;
    }

    private static List<Segment> segments(List<String> lines) throws Unreadable {
        int line = lines.size() > 1 && lines.get(1).startsWith("Name: ") ? 2 : 1;
        if (line >= lines.size()) {
            throw new Unreadable("it ends before the number of its segments");
        }
        int count = PaletteFile.integer(lines.get(line).strip(), line);
        if (count < 1 || count > lines.size() - line - 1) {
            throw new Unreadable("it announces " + count + " segments and has " + (lines.size() - line - 1));
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            segments.add(segment(lines.get(line + i).strip().split("\\s+"), line + i));
        }
        return segments;
    }

    private static Segment segment(String[] fields, int line) throws Unreadable {
        if (fields.length < NUMBERS + 2) {
            throw new Unreadable("line " + (line + 1) + " has fewer than " + (NUMBERS + 2) + " fields");
        }
        double[] numbers = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = number(fields[i], line);
        }
        int function = PaletteFile.integer(fields[NUMBERS], line);
        if (function < 0 || function > 4) {
            throw new Unreadable("line " + (line + 1) + " has the unknown blending function " + function);
        }
        if (PaletteFile.integer(fields[NUMBERS + 1], line) != 0) {
            throw new Unreadable("line " + (line + 1) + " blends in HSV, which is not supported");
        }
        double[] from = {numbers[3], numbers[4], numbers[5], numbers[6]};
        double[] to = {numbers[7], numbers[8], numbers[9], numbers[10]};
        return new Segment(numbers[0], numbers[1], numbers[2], from, to, function);
    }

    private static double number(String field, int line) throws Unreadable {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            throw new Unreadable("line " + (line + 1) + " has " + PaletteFile.quoted(field) + " for a number");
        }
    }
}
