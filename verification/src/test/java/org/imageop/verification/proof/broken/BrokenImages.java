package org.imageop.verification.proof.broken;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGBA;
import static org.imageop.Mode.YV12;

import java.nio.ShortBuffer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imageop.AlphaType;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.tck.source.ImageSource;

/** Images each of which breaks one rule about what an image is and what it lies in, as people break them. */
public final class BrokenImages extends BrokenList {
    public static List<Broken> all() {
        BrokenImages images = new BrokenImages();
        images.sources();
        images.basics();
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

    private void sources() {
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
    }

    private void basics() {
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
}
