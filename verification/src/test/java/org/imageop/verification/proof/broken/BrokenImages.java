package org.imageop.verification.proof.broken;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGBA;
import static org.imageop.Mode.YV12;

import java.nio.ShortBuffer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imageop.AlphaType;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Line;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.source.ImageSource;

/** Images each of which breaks one rule with one of its methods, as people break them. */
public final class BrokenImages extends BrokenList {
    public static List<Broken> all() {
        BrokenImages images = new BrokenImages();
        images.basics();
        images.pixels();
        images.areas();
        return images.list();
    }

    /** Images of any size that declare other modes than they have. */
    private static class Declaring implements ImageSource {
        private final Set<Mode> modes;
        private final Set<Mode> made;

        Declaring(Set<Mode> modes, Set<Mode> made) {
            this.modes = modes;
            this.made = made;
        }

        @Override
        public Set<Mode> modes() {
            return modes;
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            return made.contains(mode) ? Optional.of(new BrokenImage(mode, width, height)) : Optional.empty();
        }
    }

    private void basics() {
        Set<Mode> both = EnumSet.of(RGB, CMYK);
        addSource("P-2", "a mode that is not declared is made", RGB, new Declaring(EnumSet.of(RGB), both));
        addSource("P-2", "a mode that is declared is not made", CMYK, new Declaring(both, EnumSet.of(RGB)));
        addSource("E-1", "a size that is not declared is made", RGB, new Declaring(EnumSet.of(RGB), EnumSet.of(RGB)) {
            @Override
            public List<ImageSize> sizes(Mode mode) {
                return List.of(new ImageSize(7, 5));
            }
        });
        addSource(
                "P-10",
                "rounds odd sizes up",
                YV12,
                new OneMode(YV12, (m, w, h) -> StandardImage.of(m, w + w % 2, h + h % 2)));
        addSource(
                "P-64",
                "makes sides of 0 one pixel wide",
                RGB,
                new OneMode(RGB, (m, w, h) -> StandardImage.of(m, Math.max(1, w), Math.max(1, h))));
        add("P-17", "another mode than asked for", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Mode mode() {
                return Mode.L;
            }
        });
        add("P-18", "height() counts from 0", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public int height() {
                return super.height() - 1;
            }
        });
        add("P-19", "buffer() is a copy", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageBuffer buffer() {
                return StandardImage.from(whole).buffer();
            }
        });
        add("P-20", "rows are padded in the buffer", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            private final StandardImage padded = StandardImage.of(m, w + 1, h);

            @Override
            public ImageBuffer buffer() {
                return padded.buffer();
            }
        });
        add("P-22", "samples are big-endian in the buffer", L16, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageBuffer buffer() {
                return new BrokenImage.Bytes(whole.buffer()) {
                    @Override
                    public int get(long index) {
                        return whole.get(index ^ 1);
                    }

                    @Override
                    public void set(long index, int value) {
                        whole.set(index ^ 1, value);
                    }
                };
            }
        });
        add("P-23", "the buffer refuses bytes outside of the intervals", YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageBuffer buffer() {
                return new BrokenImage.Bytes(whole.buffer()) {
                    @Override
                    public void set(long index, int value) {
                        if (value < 16 || value > 240) {
                            throw new IllegalArgumentException(value + " is not valid in YV12");
                        }
                        super.set(index, value);
                    }
                };
            }
        });
        add("P-25", "info() is a new map each time", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Map<String, Object> info() {
                return new HashMap<>();
            }
        });
        add("P-25", "info() is null", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            @SuppressWarnings("NullAway")
            public Map<String, Object> info() {
                return null;
            }
        });
        Map<String, Object> ofAll = new HashMap<>();
        add("P-25", "info() is one map of all images", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Map<String, Object> info() {
                return ofAll;
            }
        });
        Map<ImageSize, byte[]> shared = new HashMap<>();
        add("P-28", "images of the same size lie in one array", RGB, (m, w, h) -> {
            byte[] memory = shared.computeIfAbsent(new ImageSize(w, h), size -> new byte[3 * w * h]);
            return StandardImage.wrap(m, w, h, memory);
        });
        add("L-7", "fields of five bits are not declared", RGB, (m, w, h) -> {
            ShortBuffer memory = ShortBuffer.allocate(w * h);
            return StandardImage.wrap(PixelLayout.of(
                    m,
                    w,
                    h,
                    AlphaType.OPAQUE,
                    Plane.packed(memory, 0, 1, w, 10, 5),
                    Plane.packed(memory, 0, 1, w, 5, 5),
                    Plane.packed(memory, 0, 1, w, 0, 5)));
        });
        add("P-27", "bytesPerPixel() leaves alpha out", RGBA, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public int bytesPerPixel() {
                return 3;
            }
        });
        add("P-28", "images of the same size are equal", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public boolean equals(Object other) {
                return other instanceof ImageLike image && image.size().equals(size());
            }

            @Override
            public int hashCode() {
                return size().hashCode();
            }
        });
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
