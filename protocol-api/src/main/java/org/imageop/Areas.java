package org.imageop;

/** Reading and replacing rectangular selections (P-49 to P-60). */
final class Areas {
    private Areas() {}

    static Slice row(int y) {
        return Slice.of(y, y + 1L);
    }

    static Slice column(ImageLike image, int x) {
        Line.checkPixels(image.mode());
        int width = image.size().width();
        if (x < 0 || x >= width) {
            throw new IndexOutOfBoundsException("There is no column " + x + " in an image of " + width
                    + " columns; indices count from 0, negative positions belong to Slice [errors.md#no-such-index]");
        }
        return Slice.of(x, x + 1L);
    }

    static StandardImage copy(ImageLike image, Slice columns, Slice rows) {
        Line.checkPixels(image.mode());
        return StandardImage.from(Views.select(image, columns, rows));
    }

    static void assign(ImageLike image, Slice columns, Slice rows, ImageLike source) {
        Line.checkPixels(image.mode());
        StandardImage area = Views.select(image, columns, rows);
        if (source.mode() != image.mode() || !source.size().equals(area.size())) {
            throw new IllegalArgumentException("[" + columns + ", " + rows + "] of a " + Images.describe(image) + " is "
                    + area.width() + "×" + area.height() + " and cannot be replaced by a "
                    + Images.describe(source)
                    + "; give it the same mode and size with StandardImage.from(image, mode, width, height)"
                    + " [errors.md#area-mismatch]");
        }
        // as the PEP does: what is assigned is what the source was before
        Images.overwrite(area, source, Overlap::possible);
    }
}
