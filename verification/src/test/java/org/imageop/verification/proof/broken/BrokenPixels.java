package org.imageop.verification.proof.broken;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGBA;

import java.util.Iterator;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Line;
import org.imageop.Pixel;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;

/** Images each of which breaks one rule about pixels, lines and areas, as people break them. */
public final class BrokenPixels extends BrokenList {
    public static List<Broken> all() {
        BrokenPixels images = new BrokenPixels();
        images.pixels();
        images.areas();
        return images.list();
    }

    private void pixels() {
        add("P-45", "pixels() can be iterated once", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Iterable<Pixel> pixels() {
                Iterator<Pixel> once = whole.pixels().iterator();
                return () -> once;
            }
        });
        add("P-46", "lines come from bottom to top", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Iterator<Line> iterator() {
                return Views.flipTopBottom(whole).iterator();
            }
        });
        add("P-47", "line(0) is the bottom", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Line line(int y) {
                return whole.line(height() - 1 - y);
            }
        });
        add("P-48", "get(0,0) is the top right", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Pixel get(int x, int y) {
                return whole.get(width() - 1 - x, y);
            }
        });
        add("P-58", "negative columns count from the end", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Pixel get(int x, int y) {
                return whole.get(x < 0 ? x + width() : x, y);
            }
        });
        add("P-51", "set clips values instead of refusing them", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void set(int x, int y, int... value) {
                int[] clipped = value.clone();
                for (int c = 0; c < clipped.length; c++) {
                    clipped[c] = Math.max(0, Math.min(255, value[c]));
                }
                whole.set(x, y, clipped);
            }
        });
        add("P-51", "set writes into the padding of the row", RGB, (m, w, h) -> {
            m.length(w, h);
            StandardImage memory = StandardImage.of(m, w + 1, h);
            return new BrokenImage(Views.crop(memory, 0, 0, w, h)) {
                @Override
                public void set(int x, int y, int... value) {
                    whole.set(x, y, value);
                    memory.set(w, y, value);
                }
            };
        });
        add("P-78", "a line is a copy of its row", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Line line(int y) {
                return StandardImage.from(whole).line(y);
            }
        });
        add("P-85", "a pixel is a copy", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Pixel get(int x, int y) {
                return StandardImage.from(whole).get(x, y);
            }
        });
    }

    private void areas() {
        add("P-49", "one slice selects columns", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike get(Slice rows) {
                return whole.get(rows, Slice.ALL);
            }
        });
        add("P-50", "an area is a view", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike get(Slice columns, Slice rows) {
                return Views.select(whole, columns, rows);
            }
        });
        add("P-59", "a negative step walks forwards", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike get(Slice columns, Slice rows) {
                return whole.get(columns.equals(Slice.ALL.by(-1)) ? Slice.ALL : columns, rows);
            }
        });
        add("P-52", "a source of another mode is converted", CMYK, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void set(Slice columns, Slice rows, ImageLike source) {
                whole.set(columns, rows, StandardImage.from(source, mode()));
            }
        });
        add("P-52", "a pixel is written before the size is checked", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void set(Slice rows, ImageLike source) {
                whole.set(0, 0, 1, 2, 3);
                whole.set(rows, source);
            }
        });
        add(
                "P-53",
                "an overlapping source is overwritten while it is read",
                RGB,
                (m, w, h) -> new BrokenImage(m, w, h) {
                    @Override
                    public void set(Slice columns, Slice rows, ImageLike source) {
                        StandardImage area = Views.select(whole, columns, rows);
                        if (source.mode() != mode() || !source.size().equals(area.size())) {
                            throw new IllegalArgumentException("another mode or size");
                        }
                        for (int y = 0; y < area.height(); y++) {
                            for (int x = 0; x < area.width(); x++) {
                                area.set(x, y, source.get(x, y).value());
                            }
                        }
                    }
                });
        add("P-60", "the result is opaque, as after blending", RGBA, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void set(Slice columns, Slice rows, ImageLike source) {
                StandardImage copy = StandardImage.from(source);
                whole.set(columns, rows, source);
                if (copy.mode() == mode()) {
                    StandardImage area = Views.select(whole, columns, rows);
                    area.plane("a").map(v -> 255);
                }
            }
        });
    }
}
