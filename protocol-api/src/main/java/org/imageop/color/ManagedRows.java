package org.imageop.color;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import org.imageop.Arrangement;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.internal.operations.ImageAccess;
import org.imageop.internal.rows.ParallelRows;

/** The rows of an image, converted to other colours as they are read. */
final class ManagedRows implements SampleRows {
    /** About so many pixels are converted at once: a conversion has its price, and its memory should stay in a cache. */
    private static final int RUN = 1 << 13;

    private final ImageLike image;
    private final SampleRows source;
    private final Mode from;
    private final Mode to;
    private final ColorTransform transform;

    /**
     * An image in other colours.
     *
     * @param image of 8 or 16 bits, not planar
     * @param to the mode of the result; with alpha if and only if {@code image} has alpha
     * @param transform converts the colours
     */
    ManagedRows(ImageLike image, Mode to, ColorTransform transform) {
        this.image = image;
        this.source = ImageAccess.rows(image, 0);
        this.from = image.mode();
        this.to = to;
        this.transform = transform;
    }

    /** The mode of the result. */
    Mode mode() {
        return to;
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int[] before = new int[count * from.components()];
        source.read(x, y, count, before, 0);
        int[] alpha = before.clone();
        if (from.hasAlpha()) {
            move(alpha, 0, from.components(), before, 0, from.components() - 1, from.components() - 1, count);
        }
        PixelLayout colors = memory(from.withoutAlpha(), count, 1, "");
        colors.rows().write(0, 0, count, before, 0);
        PixelLayout converted = memory(to.withoutAlpha(), count, 1, "");
        transform.apply(colors, converted);
        if (!to.hasAlpha()) {
            converted.rows().read(0, 0, count, samples, offset);
            return;
        }
        int[] after = new int[count * (to.components() - 1)];
        converted.rows().read(0, 0, count, after, 0);
        move(after, 0, to.components() - 1, samples, offset, to.components(), to.components() - 1, count);
        move(
                alpha,
                from.components() - 1,
                from.components(),
                samples,
                offset + to.components() - 1,
                to.components(),
                1,
                count);
    }

    /** Moves {@code width} samples of each pixel from steps of one length to steps of another. */
    private static void move(
            int[] from, int offset, int step, int[] to, int newOffset, int newStep, int width, int count) {
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < width; c++) {
                to[newOffset + i * newStep + c] = from[offset + i * step + c];
            }
        }
    }

    /** Converts the whole image into new memory of the wanted mode. */
    void copyTo(StandardImage target) {
        int width = image.size().width();
        int height = image.size().height();
        PixelLayout result = target.buffer().layout().orElseThrow();
        String order = image.buffer().layout().map(ManagedRows::order).orElse("");
        int strip = Math.min(height, Math.max(1, RUN / width));
        ParallelRows.run(height, 1, (long) width * height * to.components(), concurrent(), (start, end) -> {
            PixelLayout colors = memory(from.withoutAlpha(), width, strip, order);
            PixelLayout converted = memory(to.withoutAlpha(), width, strip, "");
            for (int y = start; y < end; y += strip) {
                int count = Math.min(strip, end - y);
                StandardImage.from(Views.crop(image, 0, y, width, count), colors.crop(0, 0, width, count));
                transform.apply(colors, converted);
                StandardImage.from(
                        StandardImage.wrap(converted.crop(0, 0, width, count)), result.crop(0, y, width, count));
            }
        });
        if (to.hasAlpha()) {
            StandardImage.from(Views.component(image, "a"), result.component("a"));
        }
    }

    /** The order in which bytes can be taken as they are: BGR, or none but the mode's. */
    private static String order(PixelLayout layout) {
        return layout.arrangement() instanceof Arrangement.Interleaved interleaved
                        && interleaved.order().startsWith("BGR")
                ? "BGR"
                : "";
    }

    private static PixelLayout memory(Mode mode, int width, int height, String order) {
        int length = Math.multiplyExact(Math.multiplyExact(width, height), mode.components());
        Buffer memory = mode.bitsPerComponent() == 8 ? ByteBuffer.allocate(length) : ShortBuffer.allocate(length);
        return order.isEmpty()
                ? PixelLayout.of(mode, width, height, memory)
                : PixelLayout.interleaved(mode, width, height, order, memory, 0, width * mode.components());
    }

    @Override
    public boolean concurrent() {
        return source.concurrent();
    }

    @Override
    public List<?> foundations() {
        return List.of(source);
    }
}
