package org.imageop.imagej.exporting;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.Optional;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.imagej.metadata.PlusInfo;
import org.imageop.imagej.pixels.PixelArray;
import org.imageop.imagej.wrapping.FromImageProcessor;
import org.imageop.spi.Sharing;

/** Images as ImagePlus: a processor with the title and the size of pixels that info has. */
public final class ToImagePlus {
    private ToImagePlus() {}

    /** An ImagePlus on the array of an image; of a processor, on that itself. */
    public static Sharing<ImagePlus> share(ImageLike image) {
        Optional<ImageProcessor> own = Twins.processor(image).filter(processor -> isShownBy(processor, image));
        Sharing<ImageProcessor> shared = own.isPresent() ? Sharing.of(own.get()) : ToImageProcessor.shareArray(image);
        return shared.object()
                .map(processor -> Sharing.of(of(processor, image)))
                .orElseGet(() -> Sharing.impossible(shared.reason().orElseThrow()));
    }

    /** Whether a processor is seen as this very image: it may have been wrapped without its table, or with another range. */
    private static boolean isShownBy(ImageProcessor processor, ImageLike image) {
        StandardImage seen;
        try {
            seen = FromImageProcessor.wrap(processor);
        } catch (UnsupportedImageException e) {
            return false;
        }
        return seen.mode() == image.mode()
                && seen.buffer().layout().equals(image.buffer().layout())
                && Numbers.ranges(seen).equals(Numbers.ranges(image));
    }

    /** A new ImagePlus; of an ImagePlus, one with the same title, calibration and properties. */
    public static ImagePlus copy(ImageLike image) {
        ImagePlus copy = of(ToImageProcessor.copy(image), image);
        Images.unwrap(image, ImagePlus.class).ifPresent(original -> {
            copy.setTitle(original.getTitle());
            copy.setCalibration(original.getCalibration());
            copy.setProperties(original.getPropertiesAsArray());
            copy.setProperty("Info", original.getInfoProperty());
        });
        return copy;
    }

    private static ImagePlus of(ImageProcessor processor, ImageLike image) {
        ImagePlus made = new ImagePlus(PlusInfo.title(image.info()), processor);
        calibrate(made, List.of(processor));
        PlusInfo.write(image.info(), made);
        return made;
    }

    /** Tells the ImagePlus what its processors know alone: an ImagePlus takes it from them otherwise. */
    static void calibrate(ImagePlus made, List<ImageProcessor> processors) {
        if (processors.stream().allMatch(processor -> PixelArray.of(processor).isSigned())) {
            made.getCalibration().setSigned16BitCalibration();
        }
    }

    /** What a copy has lost. */
    public static List<String> losses(ImageLike image, ImagePlus copy) {
        return ToImageProcessor.losses(image, copy.getProcessor());
    }
}
