package org.imageop;

import org.imageop.internal.buffer.BufferOverRows;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.operations.ImageAccess;
import org.imageop.internal.views.ComponentRows;
import org.imageop.internal.views.FlattenedRows;
import org.imageop.internal.views.ReadOnlyRows;
import org.imageop.internal.views.SelectedRows;
import org.imageop.internal.views.Selection;
import org.imageop.internal.views.TransposedRows;

/**
 * Parts and turns of an image on the same samples, and the image on a colour: nothing is copied, and writing either side
 * changes both. A view that cannot be written follows the image.
 *
 * <p>For an image in memory a view costs nothing and is as fast as the image, because it is another {@link
 * PixelLayout} on the same memory. For an image whose samples are computed the view asks the image each time.
 * Views have an empty {@code info}. Copies of selections are {@link ImageLike#get(Slice, Slice)}.
 */
public final class Views {
    private Views() {}

    /**
     * A rectangle.
     *
     * @param image any image
     * @param x the rectangle's left column
     * @param y its top row
     * @param width its width
     * @param height its height
     * @return a live view
     * @throws IndexOutOfBoundsException if the rectangle is not within the image or a side is negative
     * @throws IllegalArgumentException if a side is 0, or, in planar modes, an edge is odd
     */
    public static StandardImage crop(ImageLike image, int x, int y, int width, int height) {
        Selection.checkRectangle(image.mode(), image.size(), x, y, width, height);
        return select(image, Slice.of(x, (long) x + width), Slice.of(y, (long) y + height));
    }

    /**
     * Selected columns and rows: crop, mirror and thin out with Python's slices.
     *
     * @param image any image
     * @param columns which columns
     * @param rows which rows
     * @return a live view
     * @throws IllegalArgumentException if nothing is selected (AMB-3), or if a planar image's chroma samples
     *     would be cut apart: there, steps must be 1 or −1 and edges even
     */
    public static StandardImage select(ImageLike image, Slice columns, Slice rows) {
        PixelLayout layout = ImageAccess.layout(image);
        if (layout != null) {
            return StandardImage.wrap(layout.select(columns, rows)).withColorsOf(image);
        }
        Mode mode = image.mode();
        Selection selection = Selection.of(mode, image.size(), columns, rows);
        SampleRows[] selected = new SampleRows[mode.planar() ? mode.components() : 1];
        for (int i = 0; i < selected.length; i++) {
            selected[i] = new SelectedRows(
                    ImageAccess.rows(image, i),
                    mode.planar() ? 1 : mode.components(),
                    selection.columns(i),
                    selection.rows(i));
        }
        ImageSize size = selection.size();
        return new StandardImage(
                        mode,
                        size.width(),
                        size.height(),
                        new BufferOverRows(mode, size.width(), size.height(), selected))
                .withColorsOf(image);
    }

    /**
     * The image mirrored left to right.
     *
     * @param image any image
     * @return a live view
     */
    public static StandardImage flipLeftRight(ImageLike image) {
        return select(image, Slice.ALL.by(-1), Slice.ALL);
    }

    /**
     * The image mirrored top to bottom.
     *
     * @param image any image
     * @return a live view
     */
    public static StandardImage flipTopBottom(ImageLike image) {
        return select(image, Slice.ALL, Slice.ALL.by(-1));
    }

    /**
     * The image turned a quarter counterclockwise (P-35).
     *
     * @param image any image
     * @return a live view
     */
    public static StandardImage rotate90(ImageLike image) {
        return flipTopBottom(transpose(image));
    }

    /**
     * The image turned upside down (P-35).
     *
     * @param image any image
     * @return a live view
     */
    public static StandardImage rotate180(ImageLike image) {
        return select(image, Slice.ALL.by(-1), Slice.ALL.by(-1));
    }

    /**
     * The image turned three quarters counterclockwise, which is a quarter clockwise (P-35).
     *
     * @param image any image
     * @return a live view
     */
    public static StandardImage rotate270(ImageLike image) {
        return flipLeftRight(transpose(image));
    }

    /**
     * The image mirrored at its main diagonal: column x, row y becomes column y, row x.
     *
     * @param image any image
     * @return a live view
     */
    public static StandardImage transpose(ImageLike image) {
        PixelLayout layout = ImageAccess.layout(image);
        if (layout != null) {
            return StandardImage.wrap(layout.transpose()).withColorsOf(image);
        }
        Mode mode = image.mode();
        SampleRows[] turned = new SampleRows[mode.planar() ? mode.components() : 1];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = new TransposedRows(ImageAccess.rows(image, i), mode.planar() ? 1 : mode.components());
        }
        int width = image.size().height();
        int height = image.size().width();
        return new StandardImage(mode, width, height, new BufferOverRows(mode, width, height, turned))
                .withColorsOf(image);
    }

    /**
     * The image turned and mirrored as its EXIF orientation demands.
     *
     * @param image any image
     * @param orientation 1 to 8, as {@link InfoKeys#ORIENTATION} has it; 1 changes nothing
     * @return a live view
     * @throws IllegalArgumentException if there is no such orientation
     */
    public static StandardImage orient(ImageLike image, int orientation) {
        return switch (orientation) {
            case 1 -> select(image, Slice.ALL, Slice.ALL);
            case 2 -> flipLeftRight(image);
            case 3 -> rotate180(image);
            case 4 -> flipTopBottom(image);
            case 5 -> transpose(image);
            case 6 -> rotate270(image);
            case 7 -> rotate180(transpose(image));
            case 8 -> rotate90(image);
            default ->
                throw new IllegalArgumentException("There is no EXIF orientation " + orientation
                        + "; they are numbered 1 to 8 [errors.md#no-such-orientation]");
        };
    }

    /**
     * One component as a greyscale image (P-41, P-42).
     *
     * @param image any image
     * @param name the component's name
     * @return a live view of mode L, L16 or L32, in planar images of the size of the component's plane
     * @throws UnsupportedOperationException if the mode has no such component
     */
    public static StandardImage component(ImageLike image, String name) {
        Mode mode = image.mode();
        int component = mode.componentIndex(name);
        PixelLayout layout = ImageAccess.layout(image);
        // premultiplied, not even alpha can be written alone: the colours in memory have to follow it
        if (layout != null && layout.alpha() != AlphaType.PREMULTIPLIED) {
            return StandardImage.wrap(layout.component(name)).withColorsOf(image);
        }
        ImageSize size =
                mode.planeSize(component, image.size().width(), image.size().height());
        SampleRows rows = mode.planar()
                ? ImageAccess.rows(image, component)
                : new ComponentRows(ImageAccess.rows(image, 0), mode.components(), component);
        Mode grey = mode.componentMode();
        ImageBuffer buffer = new BufferOverRows(grey, size.width(), size.height(), rows);
        return new StandardImage(grey, size.width(), size.height(), buffer).withColorsOf(image);
    }

    /**
     * The same pixels, which cannot be changed through the view: for lending an image that its owner still writes.
     *
     * @param image any image
     * @return a live view whose writing methods throw {@link ReadOnlyImageException}; memory stays described where it is on
     *     the heap or direct, as read-only buffers
     */
    public static StandardImage readOnly(ImageLike image) {
        PixelLayout layout = ImageAccess.layout(image);
        if (layout != null) {
            return StandardImage.wrap(layout.asReadOnly()).withColorsOf(image);
        }
        Mode mode = image.mode();
        SampleRows[] rows = ImageAccess.all(image).rows();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new ReadOnlyRows(rows[i]);
        }
        int width = image.size().width();
        int height = image.size().height();
        return new StandardImage(mode, width, height, new BufferOverRows(mode, width, height, rows))
                .withColorsOf(image);
    }

    /**
     * The image laid on an opaque colour, for what has no alpha: JPEG files, printers, modes such as RGB (V-12). Each colour c
     * of a pixel with alpha a becomes the nearest integer of (c·a + b·(M − a)) / M, where b is the background's and M the
     * mode's largest value.
     *
     * <p>{@code Views.flatten(image, 255, 255, 255)} is an RGBA image on white.
     *
     * @param image any image; one without alpha stays as it is
     * @param background the colour, in the image's mode without alpha: a value from 0 to M for each of its components, so
     *     one for LA and three for RGBA
     * @return a live view that cannot be written, of mode {@link Mode#withoutAlpha()}; several threads may read it at once if
     *     they may read the image
     * @throws IllegalArgumentException if there are more or fewer values, or one is not from 0 to M
     */
    public static StandardImage flatten(ImageLike image, int... background) {
        Mode mode = image.mode();
        Mode opaque = mode.withoutAlpha();
        Checks.color(opaque, background);
        if (!mode.hasAlpha()) {
            return readOnly(image);
        }
        SampleRows rows = new FlattenedRows(ImageAccess.rows(image, 0), mode.bitsPerComponent(), background.clone());
        int width = image.size().width();
        int height = image.size().height();
        return new StandardImage(opaque, width, height, new BufferOverRows(opaque, width, height, rows))
                .withColorsOf(image);
    }
}
