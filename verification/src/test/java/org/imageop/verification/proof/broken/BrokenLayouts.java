package org.imageop.verification.proof.broken;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.tck.layout.LayoutChecks;
import org.imageop.tck.source.LayoutSource;

/** Layouts each of which breaks one rule, as people break it. The memory has pixels in reverse order, in padded rows. */
public final class BrokenLayouts {
    /** How some memory is described. */
    public interface Description {
        PixelLayout of(ByteBuffer memory, int width, int height, int stride);
    }

    private BrokenLayouts() {}

    public static List<Broken> all() {
        return List.of(
                broken(
                        "L-1",
                        "width and height are swapped",
                        new Source(
                                Mode.RGB,
                                (memory, w, h, stride) ->
                                        Source.bgr(memory, w, h, stride).transpose())),
                broken(
                        "L-2",
                        "components are in the wrong order",
                        new Source(
                                Mode.RGB,
                                (memory, w, h, stride) ->
                                        Source.layout(Mode.RGB, AlphaType.OPAQUE, memory, w, h, 0, 1, stride))),
                broken(
                        "L-2",
                        "the padding of the rows is forgotten",
                        new Source(Mode.RGB, (memory, w, h, stride) -> Source.bgr(memory, w, h, 3 * w))),
                broken("L-7", "five bits are declared where there are eight", new Source(Mode.RGB, Source::bgr) {
                    @Override
                    public long largest(Mode mode, int component) {
                        return 31;
                    }
                }),
                broken("L-9", "straight colours are called premultiplied", abgr(AlphaType.PREMULTIPLIED, false)),
                broken("L-9", "premultiplied colours are called straight", abgr(AlphaType.STRAIGHT, true)),
                broken(
                        "L-15",
                        "the memory is read-only, the image is reported as writable",
                        new Source(
                                Mode.RGB,
                                (memory, w, h, stride) -> Source.bgr(memory.asReadOnlyBuffer(), w, h, stride))));
    }

    private static Broken broken(String rule, String mistake, LayoutSource source) {
        return new Broken(rule, "layout: " + mistake, LayoutChecks.list(source));
    }

    private static Source abgr(AlphaType described, boolean premultiplied) {
        return new Source(
                Mode.RGBA, (memory, w, h, stride) -> Source.layout(Mode.RGBA, described, memory, w, h, 3, -1, stride)) {
            @Override
            public boolean premultiplied() {
                return premultiplied;
            }
        };
    }

    /** Bytes, the components of a pixel side by side in reverse order, and five bytes after each row. */
    public static class Source implements LayoutSource {
        private final Mode only;
        private final Description description;

        public Source(Mode only, Description description) {
            this.only = only;
            this.description = description;
        }

        public static PixelLayout bgr(ByteBuffer memory, int width, int height, int stride) {
            return layout(Mode.RGB, AlphaType.OPAQUE, memory, width, height, 2, -1, stride);
        }

        public static PixelLayout layout(
                Mode mode, AlphaType alpha, ByteBuffer memory, int width, int height, int first, int step, int stride) {
            int n = mode.components();
            List<Plane> planes = new ArrayList<>();
            for (int c = 0; c < n; c++) {
                planes.add(Plane.of(memory, first + c * step, n, stride));
            }
            return PixelLayout.of(mode, width, height, alpha, planes.toArray(Plane[]::new));
        }

        @Override
        public Optional<Described> layout(Mode mode, int width, int height) {
            if (mode != only) {
                return Optional.empty();
            }
            mode.length(width, height);
            int n = mode.components();
            int stride = n * width + 5;
            byte[] bytes = new byte[stride * height + 8];
            return Optional.of(new Described(
                    description.of(ByteBuffer.wrap(bytes), width, height, stride), new Memory() {
                        @Override
                        public int get(int component, int x, int y) {
                            return bytes[y * stride + n * x + n - 1 - component] & 0xff;
                        }

                        @Override
                        public void set(int component, int x, int y, int value) {
                            bytes[y * stride + n * x + n - 1 - component] = (byte) value;
                        }
                    }));
        }
    }
}
