package org.imageop.benchmarks.page;

import java.util.List;
import java.util.Locale;

/** An SVG picture while it is drawn: black on white, in a font that every system has. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    Svg(int width, int height, String title) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" font-family=\"sans-serif\" font-size=\"12\">%n",
                width, height, width);
        add("<title>%s</title>%n", escape(title));
        rectangle(0, 0, width, height, "white");
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    void rectangle(double x, double y, double width, double height, String color) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n", x, y, width, height, color);
    }

    void line(double x1, double y1, double x2, double y2, String color) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n", x1, y1, x2, y2, color);
    }

    void polyline(List<double[]> points, String color) {
        add("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"", color);
        points.forEach(point -> add("%.1f,%.1f ", point[0], point[1]));
        add("\"/>%n");
        points.forEach(
                point -> add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", point[0], point[1], color));
    }

    /** The anchor is start, middle or end. */
    void text(double x, double y, String anchor, String color, String words) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x, y, anchor, color, escape(words));
    }

    @Override
    public String toString() {
        return text + "</svg>\n";
    }
}
