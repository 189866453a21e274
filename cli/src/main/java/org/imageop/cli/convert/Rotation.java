package org.imageop.cli.convert;

import org.imageop.ImageLike;
import org.imageop.Views;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A turn by quarters, counterclockwise as everywhere in PEP 368 (P-34). */
enum Rotation {
    QUARTER,
    HALF,
    THREE_QUARTERS;

    /** Reads the degrees. */
    static final class FromText implements ITypeConverter<Rotation> {
        @Override
        public Rotation convert(String text) {
            return switch (text) {
                case "90" -> QUARTER;
                case "180" -> HALF;
                case "270" -> THREE_QUARTERS;
                default ->
                    throw new TypeConversionException(
                            "\"" + text + "\" is not a quarter turn; expected 90, 180 or 270 (counterclockwise)");
            };
        }
    }

    /** The turned image, on the same pixels. */
    ImageLike view(ImageLike image) {
        return switch (this) {
            case QUARTER -> Views.rotate90(image);
            case HALF -> Views.rotate180(image);
            case THREE_QUARTERS -> Views.rotate270(image);
        };
    }
}
