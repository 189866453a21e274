package org.imageop.foreign;

import java.nio.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;

/**
 * Buffers over the parts of segments that an image lies in. What one buffer cannot hold is halved, and halved again, until
 * each part has a {@link PixelLayout}; rows of the parts are rows of the image.
 *
 * @param longest how many bytes a buffer may have
 */
record Windows(long longest) {

    /** The layout of an image whose planes lie in one buffer each. */
    Optional<PixelLayout> layout(SegmentLayout image) {
        List<SegmentPlane> segments = image.planes();
        List<SegmentPlane.Span> spans = image.spans();
        Plane[] planes = new Plane[segments.size()];
        for (int c = 0; c < planes.length; c++) {
            if (planes[c] != null) {
                continue;
            }
            SegmentPlane first = segments.get(c);
            List<Integer> sharing = IntStream.range(c, planes.length)
                    .filter(other -> segments.get(other).sharesMemory(first))
                    .boxed()
                    .toList();
            SegmentPlane.Span window = union(spans, sharing);
            if (!fits(window, first)) {
                sharing = meeting(spans, sharing, c);
                window = union(spans, sharing);
            }
            if (!fits(window, first)) {
                return Optional.empty();
            }
            Buffer buffer = first.window(window);
            for (int other : sharing) {
                planes[other] = segments.get(other).on(buffer, window.first());
            }
        }
        ImageSize size = image.size();
        PixelLayout layout = PixelLayout.of(image.mode(), size.width(), size.height(), image.alpha(), planes);
        return Optional.of(layout.ownedBy(new Arenas(segments)));
    }

    private boolean fits(SegmentPlane.Span window, SegmentPlane plane) {
        return window.count() <= longest / plane.element().byteSize();
    }

    private static SegmentPlane.Span union(List<SegmentPlane.Span> spans, List<Integer> which) {
        return which.stream().map(spans::get).reduce(SegmentPlane.Span::with).orElseThrow();
    }

    /** Those of some spans that overlap one of them, directly or through others. */
    private static List<Integer> meeting(List<SegmentPlane.Span> spans, List<Integer> of, int first) {
        List<Integer> found = new ArrayList<>(List.of(first));
        SegmentPlane.Span window = spans.get(first);
        for (int before = 0; before < found.size(); ) {
            before = found.size();
            for (int other : of) {
                if (!found.contains(other) && window.meets(spans.get(other))) {
                    found.add(other);
                    window = window.with(spans.get(other));
                }
            }
        }
        return found;
    }

    /** The rows of an image of any size: one for the image, or, in a planar mode, one for each plane. */
    SampleRows[] rows(SegmentLayout image) {
        if (!image.mode().planar()) {
            return new SampleRows[] {wholePixels(image)};
        }
        return IntStream.range(0, image.planes().size())
                .mapToObj(component -> wholePixels(image.component(component)))
                .toArray(SampleRows[]::new);
    }

    private SampleRows wholePixels(SegmentLayout image) {
        Optional<PixelLayout> whole = layout(image);
        if (whole.isPresent()) {
            return whole.get().rows();
        }
        Mode mode = image.mode();
        int width = image.size().width();
        int height = image.size().height();
        SegmentPlane plane = image.planes().get(0);
        // along the longer way, so that the halves are apart
        boolean down = height > 1
                && (width == 1
                        || Math.abs(plane.lineStride()) * (height - 1L)
                                >= Math.abs(plane.pixelStride()) * (width - 1L));
        int at = (down ? height : width) / 2;
        SegmentLayout first = down ? image.part(0, 0, width, at) : image.part(0, 0, at, height);
        SegmentLayout second = down ? image.part(0, at, width, height - at) : image.part(at, 0, width - at, height);
        return new HalvedRows(
                wholePixels(first), wholePixels(second), at, down, mode.components(), apart(first, second));
    }

    /** Whether no sample of one half can be a sample of the other (L-3). */
    private static boolean apart(SegmentLayout first, SegmentLayout second) {
        for (int p = 0; p < first.planes().size(); p++) {
            for (int q = 0; q < second.planes().size(); q++) {
                if (first.planes().get(p).sharesMemory(second.planes().get(q))
                        && first.spans().get(p).meets(second.spans().get(q))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The arenas of an image's segments. Closing one frees memory; a confined one belongs to a thread. */
    private static final class Arenas implements Plane.Owner {
        private final List<SegmentPlane> planes;
        private final boolean concurrent;

        Arenas(List<SegmentPlane> planes) {
            this.planes = planes;
            Thread other = new Thread(() -> {});
            this.concurrent = planes.stream().allMatch(plane -> plane.memory().isAccessibleBy(other));
        }

        @Override
        public boolean alive() {
            for (SegmentPlane plane : planes) {
                if (!plane.memory().scope().isAlive()) {
                    return false;
                }
            }
            if (!concurrent) {
                checkThread();
            }
            return true;
        }

        private void checkThread() {
            Thread current = Thread.currentThread();
            for (SegmentPlane plane : planes) {
                if (!plane.memory().isAccessibleBy(current)) {
                    throw new WrongThreadException("The memory of this image is of a confined arena and belongs to the"
                            + " thread that opened it, not to " + current.getName()
                            + "; use Arena.ofShared [errors.md#confined-memory]");
                }
            }
        }

        @Override
        public boolean concurrent() {
            return concurrent;
        }
    }
}
