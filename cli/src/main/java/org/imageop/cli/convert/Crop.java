package org.imageop.cli.convert;

import org.imageop.ImageLike;
import org.imageop.Slice;
import org.imageop.Views;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The columns and rows to keep, as Python's slices: {@code 10:-10,:100}.
 *
 * @param columns the columns
 * @param rows the rows
 */
record Crop(Slice columns, Slice rows) {

    /** Reads {@code X:X,Y:Y}. */
    static final class FromText implements ITypeConverter<Crop> {
        @Override
        public Crop convert(String text) {
            String[] axes = text.split(",", -1);
            if (axes.length != 2) {
                throw new TypeConversionException(
                        "\"" + text + "\" is not an area; expected columns,rows with two slices, as in 10:-10,:100");
            }
            try {
                return new Crop(Slice.parse(axes[0]), Slice.parse(axes[1]));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** The selected part of an image, on the same pixels. */
    ImageLike view(ImageLike image) {
        return Views.select(image, columns, rows);
    }
}
