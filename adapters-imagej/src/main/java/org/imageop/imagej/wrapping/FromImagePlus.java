package org.imageop.imagej.wrapping;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.imagej.metadata.PlusInfo;
import org.imageop.imagej.pixels.PixelArray;

/** An ImagePlus of one slice as a live image of the protocol. */
public final class FromImagePlus {
    private FromImagePlus() {}

    /** The pixels of its processor, with its title and the size of its pixels. */
    public static StandardImage wrap(ImagePlus image) {
        ImageProcessor processor = processor(image);
        int slices = image.getStackSize();
        if (slices > 1) {
            throw new UnsupportedImageException("The ImagePlus \"" + image.getTitle() + "\" has " + slices
                    + " slices, and an image is one; take them with ImageJImages.slices(image), the one that is shown with"
                    + " Images.of(image.getProcessor()), or what is shown with ImageJImages.displayed(image)"
                    + " [errors.md#several-slices]");
        }
        StandardImage wrapped = FromImageProcessor.wrap(image, PixelArray.of(processor));
        PlusInfo.read(image, wrapped.info());
        return wrapped;
    }

    /** The processor of what is shown. */
    public static ImageProcessor processor(ImagePlus image) {
        ImageProcessor processor = image.getProcessor();
        if (processor == null) {
            throw new UnsupportedImageException("The ImagePlus \"" + image.getTitle()
                    + "\" has no pixels, and an image has at least one; look whether it was opened, or closed already"
                    + " [errors.md#no-pixels]");
        }
        return processor;
    }
}
