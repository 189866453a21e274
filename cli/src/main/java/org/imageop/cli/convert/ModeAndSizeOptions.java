package org.imageop.cli.convert;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.cli.command.Converters;
import org.imageop.spi.Losses;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options for another size, a colour behind the image and another mode, applied in this order (AMB-18). Resizing knows alpha,
 * so that the colours of transparent pixels leave no rim.
 */
final class ModeAndSizeOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--mode",
            paramLabel = "M",
            converter = Converters.OfMode.class,
            description = "Convert to a mode: ${COMPLETION-CANDIDATES}.")
    private @Nullable Mode mode;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = Converters.OfSize.class,
            description = "Resize to this width and height in pixels, before the mode changes.")
    private @Nullable ImageSize size;

    @Option(
            names = "--fit",
            paramLabel = "WxH",
            converter = Converters.OfSize.class,
            description = "Resize to the largest size of the same shape that fits into this one.")
    private @Nullable ImageSize fit;

    @Option(
            names = "--cover",
            paramLabel = "WxH",
            converter = Converters.OfSize.class,
            description = "Resize to this size; of an image of another shape, both ends are cut off.")
    private @Nullable ImageSize cover;

    @Option(
            names = "--pad",
            paramLabel = "WxH",
            converter = Converters.OfSize.class,
            description = "Resize to this size; an image of another shape is put in the middle, on the background: by "
                    + "default transparent, or white where there is no alpha.")
    private @Nullable ImageSize pad;

    @Option(
            names = "--filter",
            paramLabel = "F",
            converter = Converters.OfFilter.class,
            description = "Resize with nearest, box, bilinear, hamming, bicubic or lanczos. By default, each axis is "
                    + "enlarged with bicubic and shrunk with lanczos.")
    private @Nullable Filter filter;

    @Option(
            names = "--background",
            paramLabel = "COLOR",
            converter = Background.FromText.class,
            description =
                    "Lay an image with alpha on this colour, after resizing; it has no alpha then; it is around an image of --pad: white, black, "
                            + "red and other names, '#rrggbb', '#rgb', a grey from 0 to 255, or red,green,blue. Without it, "
                            + "--mode RGB drops alpha, and transparent pixels show whatever colours they have, often black.")
    private @Nullable Background background;

    /** Refuses options that would have no effect. */
    void check() {
        if (Stream.of(size, fit, cover, pad).filter(Objects::nonNull).count() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--size, --fit, --cover and --pad exclude each other; choose one");
        }
        if (filter != null && fitting() == null) {
            throw new ParameterException(spec.commandLine(), "--filter is for resizing; add --size WxH");
        }
    }

    /** Whether the number of pixels may change. */
    boolean resizes() {
        return fitting() != null;
    }

    private @Nullable Fitting fitting() {
        if (size != null) {
            return new Fitting(size, Fitting.How.STRETCH);
        } else if (fit != null) {
            return new Fitting(fit, Fitting.How.FIT);
        } else if (cover != null) {
            return new Fitting(cover, Fitting.How.COVER);
        }
        return pad == null ? null : new Fitting(pad, Fitting.How.PAD);
    }

    /** The image itself if nothing is to change, else a view or a converted copy. */
    ImageLike apply(ImageLike image) {
        boolean blended = background != null && image.mode().hasAlpha();
        if (!blended && (size != null || fitting() == null)) {
            return resizedAndConverted(image, size, mode);
        }
        Fitting fitting = fitting();
        ImageLike sized =
                fitting == null ? image : fitting.resized(image, (whole, to) -> resizedAndConverted(whole, to, null));
        ImageLike flat = blended ? background.behind(sized) : sized;
        return resizedAndConverted(fitting == null ? flat : fitting.padded(flat, background), null, mode);
    }

    private ImageLike resizedAndConverted(ImageLike image, @Nullable ImageSize to, @Nullable Mode into) {
        Mode wanted = into == null ? image.mode() : into;
        if (to != null) {
            return filter == null
                    ? StandardImage.from(image, wanted, to.width(), to.height())
                    : StandardImage.from(image, wanted, to.width(), to.height(), filter);
        }
        if (wanted == image.mode()) {
            return image;
        }
        return ConvertedRows.suit(image, wanted)
                ? ConvertedRows.view(image, wanted)
                : StandardImage.from(image, wanted);
    }

    /** What {@link #apply} drops unasked, as short phrases. */
    List<String> losses(ImageLike image) {
        boolean dropped = background == null && mode != null && image.mode().hasAlpha() && !mode.hasAlpha();
        return dropped
                ? List.of(Losses.ALPHA + " (dropped without blending; --background COLOR blends it)")
                : List.of();
    }
}
