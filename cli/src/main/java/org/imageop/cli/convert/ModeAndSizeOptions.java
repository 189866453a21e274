package org.imageop.cli.convert;

import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.cli.command.Converters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for another mode and another size; the size changes first (AMB-18). */
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
            names = "--filter",
            paramLabel = "F",
            converter = Converters.OfFilter.class,
            description = "Resize with nearest, box, bilinear, hamming, bicubic or lanczos. By default, each axis is "
                    + "enlarged with bicubic and shrunk with lanczos.")
    private @Nullable Filter filter;

    /** Refuses options that would have no effect. */
    void check() {
        if (filter != null && size == null) {
            throw new ParameterException(spec.commandLine(), "--filter is for resizing; add --size WxH");
        }
    }

    /** The image itself if nothing is to change, else a converted copy. */
    ImageLike apply(ImageLike image) {
        Mode wanted = mode == null ? image.mode() : mode;
        if (size != null) {
            return filter == null
                    ? StandardImage.from(image, wanted, size.width(), size.height())
                    : StandardImage.from(image, wanted, size.width(), size.height(), filter);
        }
        return wanted == image.mode() ? image : StandardImage.from(image, wanted);
    }
}
