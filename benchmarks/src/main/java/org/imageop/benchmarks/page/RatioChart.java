package org.imageop.benchmarks.page;

import java.util.List;

/** Bars from the line where both are equally fast: to the left we are faster, to the right slower. */
final class RatioChart {
    private static final int LABELS = 430;
    private static final int PLOT = 520;
    private static final int HEAD = 40;
    private static final int BAR = 18;
    private static final double LEAST = 0.01;
    private static final double MOST = 30;

    /** A bar; the target is NaN if there is none. */
    record Bar(String label, double ratio, double target) {
        boolean missed() {
            return ratio > target;
        }
    }

    private RatioChart() {}

    static String draw(List<Bar> bars) {
        int height = HEAD + BAR * bars.size() + 10;
        Svg svg = new Svg(LABELS + PLOT + 60, height, "Our time divided by the peer's");
        for (double ratio : new double[] {0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30}) {
            double x = x(ratio);
            svg.line(x, HEAD - 6, x, height - 10, ratio == 1 ? "black" : "#dddddd");
            svg.text(x, HEAD - 12, "middle", "black", number(ratio));
        }
        svg.text(LABELS - 24, HEAD - 12, "end", "black", "our time / the peer's; the mark is the target");
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = HEAD + i * BAR;
            double end = x(bar.ratio());
            svg.text(LABELS - 8, y + BAR - 5, "end", "black", bar.label());
            svg.rectangle(Math.min(end, x(1)), y + 2, Math.abs(end - x(1)), BAR - 4, color(bar));
            if (!Double.isNaN(bar.target())) {
                svg.rectangle(x(bar.target()) - 1, y, 2, BAR, "black");
            }
            svg.text(Math.max(end, x(1)) + 6, y + BAR - 5, "start", "#555555", Text.ratio(bar.ratio()));
        }
        return svg.toString();
    }

    private static String number(double ratio) {
        return ratio >= 1 ? String.valueOf((int) ratio) : String.valueOf(ratio);
    }

    private static String color(Bar bar) {
        return Double.isNaN(bar.target()) ? "#9aa7b1" : bar.missed() ? "#e07a3f" : "#3a9a7b";
    }

    private static double x(double ratio) {
        double clipped = Math.max(LEAST, Math.min(MOST, ratio));
        return LABELS + PLOT * Math.log(clipped / LEAST) / Math.log(MOST / LEAST);
    }
}
