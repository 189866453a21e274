package org.imageop.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Lines of time and of memory over the size of the image, all on logarithmic scales, on which what is linear rises by one to one. */
final class GrowthChart {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 300;
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final List<String> COLORS = List.of("#3a9a7b", "#e07a3f", "#4b6cb7", "#9b59b6");

    /** What one size took; the fields are those of the JSON that Growth prints. */
    record Point(String work, int megapixels, double milliseconds, double peakMegabytes, int heapMegabytes) {}

    private GrowthChart() {}

    /** Reads JSON objects, one a line. */
    static List<Point> read(Path json) throws IOException {
        List<Point> points = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes =
                new ObjectMapper().readerFor(JsonNode.class).readValues(json.toFile())) {
            while (nodes.hasNext()) {
                JsonNode node = nodes.next();
                points.add(new Point(
                        node.required("work").asText(),
                        node.required("megapixels").asInt(),
                        node.required("milliseconds").asDouble(),
                        node.required("peakMegabytes").asDouble(),
                        node.required("heapMegabytes").asInt()));
            }
        }
        return points;
    }

    static String draw(List<Point> points) {
        Svg svg = new Svg(2 * (WIDTH + LEFT) + 40, HEIGHT + TOP + 50, "Time and memory from 1 to 400 megapixels");
        panel(svg, LEFT, "milliseconds", points, Point::milliseconds);
        panel(svg, 2 * LEFT + WIDTH + 20, "megabytes, peak of the heap", points, Point::peakMegabytes);
        return svg.toString();
    }

    private static void panel(Svg svg, double left, String words, List<Point> points, ToDoubleFunction<Point> value) {
        double bottom = TOP + HEIGHT;
        double most = decade(points.stream().mapToDouble(value).max().orElse(1), true);
        double least = decade(points.stream().mapToDouble(value).min().orElse(1), false);
        svg.text(left, TOP - 20, "start", "black", words);
        for (double tick = least; tick <= most * 1.001; tick *= 10) {
            double y = bottom - HEIGHT * Math.log(tick / least) / Math.log(most / least);
            svg.line(left, y, left + WIDTH, y, "#dddddd");
            svg.text(
                    left - 6,
                    y + 4,
                    "end",
                    "black",
                    tick >= 1 ? String.valueOf((long) (tick + 0.5)) : Text.ratio(tick));
        }
        for (int tick : new int[] {1, 4, 10, 40, 100, 400}) {
            double x = x(left, tick);
            svg.line(x, TOP, x, bottom, "#dddddd");
            svg.text(x, bottom + 18, "middle", "black", String.valueOf(tick));
        }
        svg.text(left + WIDTH, bottom + 36, "end", "black", "megapixels");
        Map<String, List<double[]>> lines = new LinkedHashMap<>();
        for (Point point : points) {
            lines.computeIfAbsent(point.work(), work -> new ArrayList<>()).add(new double[] {
                x(left, point.megapixels()),
                bottom - HEIGHT * Math.log(value.applyAsDouble(point) / least) / Math.log(most / least)
            });
        }
        int index = 0;
        for (Map.Entry<String, List<double[]>> line : lines.entrySet()) {
            String color = COLORS.get(index % COLORS.size());
            svg.polyline(line.getValue(), color);
            svg.text(left + 10, TOP + 16 + 16 * index, "start", color, line.getKey());
            index++;
        }
    }

    private static double x(double left, double megapixels) {
        return left + WIDTH * Math.log(megapixels) / Math.log(400);
    }

    /** The power of ten at or beyond a value. */
    private static double decade(double value, boolean above) {
        double exponent = Math.log10(Math.max(value, 1e-3));
        return Math.pow(10, above ? Math.floor(exponent) + 1 : Math.floor(exponent));
    }
}
