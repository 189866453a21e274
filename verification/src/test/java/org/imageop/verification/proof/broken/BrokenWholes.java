package org.imageop.verification.proof.broken;

import static org.imageop.Mode.JPEG_YV12;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.YV12;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Line;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;

/** Images each of which breaks one rule in what concerns the whole image, as people break them. */
public final class BrokenWholes extends BrokenList {
    public static List<Broken> all() {
        BrokenWholes images = new BrokenWholes();
        images.maps();
        images.wholes();
        return images.list();
    }

    private void map(String rule, String mistake, Mode mode, MapBreak breaking) {
        add(rule, mistake, mode, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void map(DoubleUnaryOperator... functions) {
                breaking.map(whole, functions);
            }
        });
    }

    private interface MapBreak {
        void map(StandardImage whole, DoubleUnaryOperator... functions);
    }

    private void maps() {
        map("P-29", "map takes the functions in reverse order", RGB, (whole, functions) -> {
            DoubleUnaryOperator[] reversed = new DoubleUnaryOperator[functions.length];
            for (int i = 0; i < reversed.length; i++) {
                reversed[i] = functions[functions.length - 1 - i];
            }
            whole.map(reversed);
        });
        map("P-30", "map leaves the last row out", RGB, (whole, functions) -> {
            StandardImage last = whole.get(Slice.from(-1));
            whole.map(functions);
            whole.set(Slice.from(-1), last);
        });
        map("P-30", "map leaves the last row of chroma out", JPEG_YV12, (whole, functions) -> {
            StandardImage cr = StandardImage.from(whole.plane("cr"));
            StandardImage cb = StandardImage.from(whole.plane("cb"));
            whole.map(functions);
            Images.copy(cr.get(Slice.from(-1)), Views.select(whole.plane("cr"), Slice.ALL, Slice.from(-1)));
            Images.copy(cb.get(Slice.from(-1)), Views.select(whole.plane("cb"), Slice.ALL, Slice.from(-1)));
        });
        map("P-31", "map rounds down", RGB, (whole, functions) -> {
            DoubleUnaryOperator[] down = new DoubleUnaryOperator[functions.length];
            for (int i = 0; i < down.length; i++) {
                DoubleUnaryOperator function = functions[i];
                down[i] = v -> Math.floor(function.applyAsDouble(v));
            }
            whole.map(down);
        });
        map("P-32", "map wraps around", RGB, (whole, functions) -> {
            DoubleUnaryOperator[] wrapped = new DoubleUnaryOperator[functions.length];
            for (int i = 0; i < wrapped.length; i++) {
                DoubleUnaryOperator function = functions[i];
                wrapped[i] = v -> {
                    double result = function.applyAsDouble(v);
                    return Double.isNaN(result) ? result : result >= 0 && result < 256 ? result : (long) result & 0xff;
                };
            }
            whole.map(wrapped);
        });
        map("P-32", "map clips to the intervals", YV12, (whole, functions) -> {
            whole.map(functions);
            whole.clip();
        });
        map("P-33", "map writes while it asks", RGB, (whole, functions) -> {
            if (functions.length != 1) {
                whole.map(functions);
                return;
            }
            for (Line line : whole) {
                for (Pixel pixel : line) {
                    for (int c = 0; c < pixel.length(); c++) {
                        double result = functions[0].applyAsDouble(pixel.get(c));
                        if (Double.isNaN(result)) {
                            throw new IllegalArgumentException("NaN");
                        }
                        pixel.set(c, (int) Math.max(0, Math.min(255, Math.round(result))));
                    }
                }
            }
        });
        add("P-38", "clip() does nothing", YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void clip() {}
        });
        add("P-39", "clip() limits JPEG_YV12 too", JPEG_YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void clip() {
                whole.map(v -> Math.max(16, Math.min(235, v)));
            }
        });
    }

    private void wholes() {
        add("P-34", "rotate90() is a view", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike rotate90() {
                return Views.rotate90(whole);
            }
        });
        add("P-35", "rotate90() turns clockwise", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike rotate90() {
                return whole.rotate270();
            }
        });
        add("P-36", "rotate180() leaves chroma as it was", YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike rotate180() {
                StandardImage turned = StandardImage.from(whole);
                Images.copy(Views.rotate180(whole.plane("y")), turned.plane("y"));
                return turned;
            }
        });
        add("P-37", "rotate270() takes the info along", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike rotate270() {
                StandardImage turned = whole.rotate270();
                turned.info().put("orientation", 8);
                return turned;
            }
        });
        add("P-40", "split() gives planes, not copies", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public List<? extends ImageLike> split() {
                return componentNames().stream().map(whole::plane).toList();
            }
        });
        add("P-41", "unknown planes are the first", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike plane(String name) {
                return whole.plane(componentNames().contains(name) ? name : "r");
            }
        });
        add("P-41", "planes are transposed", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike plane(String name) {
                return Views.transpose(whole.plane(name));
            }
        });
        add("P-42", "plane() is a copy", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike plane(String name) {
                return StandardImage.from(whole.plane(name));
            }
        });
        add("P-43", "cb comes before cr", YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike plane(String name) {
                return whole.plane(name.equals("cr") ? "cb" : name.equals("cb") ? "cr" : name);
            }
        });
        add("P-44", "a planar image gives pixels of luma", YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Pixel get(int x, int y) {
                return whole.plane("y").get(x, y);
            }
        });
    }
}
