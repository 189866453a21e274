package org.imageop.tck.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;

/**
 * Images of one mode with the same declarations: one of several kinds that a class or an adapter has.
 * Immutable: each method returns a new kind.
 *
 * <pre>{@code
 * ImageKind.of(Mode.RGB, (width, height) -> wrap(new Bitmap565(width, height))).withLargest(31, 63, 31)
 * }</pre>
 */
public final class ImageKind implements ImageSource {
    /** Makes images of a kind. */
    public interface Maker {
        /**
         * Makes an image, a new one with memory of its own each time. It may hold anything.
         *
         * @param width the width in pixels, at least 1 and a multiple of the mode's divisor
         * @param height the height in pixels, also
         * @return the image
         */
        ImageLike image(int width, int height);
    }

    private final Mode mode;
    private final Maker maker;
    private final List<ImageSize> sizes;
    private final boolean readOnly;
    private final boolean premultiplied;
    private final List<Long> largest;
    private final Map<String, String> suppressed;

    private ImageKind(
            Mode mode,
            Maker maker,
            List<ImageSize> sizes,
            boolean readOnly,
            boolean premultiplied,
            List<Long> largest,
            Map<String, String> suppressed) {
        this.mode = mode;
        this.maker = maker;
        this.sizes = sizes;
        this.readOnly = readOnly;
        this.premultiplied = premultiplied;
        this.largest = largest;
        this.suppressed = suppressed;
    }

    /**
     * Images of a mode that can be written, keep each value exactly, and can have any size that the mode allows.
     *
     * @param mode the mode
     * @param maker makes them; called only with sizes that images of the mode can have
     * @return the kind
     */
    public static ImageKind of(Mode mode, Maker maker) {
        List<Long> largest =
                mode.componentNames().stream().map(name -> mode.maxValue()).toList();
        return new ImageKind(mode, maker, Capabilities.usualSizes(mode), false, false, largest, Map.of());
    }

    /**
     * The same kind in these sizes alone.
     *
     * @param only the sizes; a usual size that is left out must be refused
     * @return the kind
     */
    public ImageKind withSizes(ImageSize... only) {
        return new ImageKind(mode, maker, List.of(only), readOnly, premultiplied, largest, suppressed);
    }

    /**
     * The same kind, but read-only.
     *
     * @return the kind
     */
    public ImageKind asReadOnly() {
        return new ImageKind(mode, maker, sizes, true, premultiplied, largest, suppressed);
    }

    /**
     * The same kind, but with colours that are kept multiplied by alpha.
     *
     * @return the kind
     */
    public ImageKind asPremultiplied() {
        return new ImageKind(mode, maker, sizes, readOnly, true, largest, suppressed);
    }

    /**
     * The same kind in fields of fewer bits.
     *
     * @param fields the largest value of each component's field, or one for all of them: F in L-7
     * @return the kind
     */
    public ImageKind withLargest(long... fields) {
        List<Long> each = mode.componentNames().stream()
                .map(name -> fields[fields.length == 1 ? 0 : mode.componentIndex(name)])
                .toList();
        return new ImageKind(mode, maker, sizes, readOnly, premultiplied, each, suppressed);
    }

    /**
     * The same kind without a rule that is knowingly not kept.
     *
     * @param rule the rule's id
     * @param reason why it is not kept, for the report
     * @return the kind
     */
    public ImageKind without(String rule, String reason) {
        Map<String, String> more = new TreeMap<>(suppressed);
        more.put(rule, reason);
        return new ImageKind(mode, maker, sizes, readOnly, premultiplied, largest, Map.copyOf(more));
    }

    @Override
    public Optional<? extends ImageLike> image(Mode asked, int width, int height) {
        if (asked != mode) {
            return Optional.empty();
        }
        // refuses what no image can be
        mode.length(width, height);
        boolean left = Capabilities.usualSizes(mode).contains(new ImageSize(width, height))
                && !sizes.contains(new ImageSize(width, height));
        return left ? Optional.empty() : Optional.of(maker.image(width, height));
    }

    @Override
    public Set<Mode> modes() {
        return Set.of(mode);
    }

    @Override
    public List<ImageSize> sizes(Mode asked) {
        return sizes;
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public boolean premultiplied() {
        return premultiplied;
    }

    @Override
    public long largest(Mode asked, int component) {
        return largest.get(component);
    }

    @Override
    public Map<String, String> suppressed() {
        return suppressed;
    }
}
