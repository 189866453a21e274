package org.imageop.examples.swt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.WrappedImage;

/** Makes SWT's ImageData known to the protocol. */
public final class ImageDataAdapter implements ImageAdapter<ImageData> {

    /** For the service loader. */
    public ImageDataAdapter() {}

    @Override
    public Class<ImageData> type() {
        return ImageData.class;
    }

    @Override
    public ImageLike wrap(ImageData image) {
        long bytes = (long) image.bytesPerLine * image.height;
        long alphas = image.alphaData == null ? 0 : (long) image.width * image.height;
        if (image.data.length < bytes || image.alphaData != null && image.alphaData.length < alphas) {
            throw new UnsupportedImageException("This ImageData of " + image.width + "×" + image.height
                    + " needs " + bytes + " bytes of data and " + alphas + " of alphaData, but its arrays are shorter;"
                    + " allocate them anew");
        }
        Optional<PixelLayout> layout = Memory.layout(image);
        return layout.isPresent()
                ? WrappedImage.of(image, layout.get())
                : WrappedImage.of(
                        image,
                        PixelRows.transparent(image) ? Mode.RGBA : Mode.RGB,
                        image.width,
                        image.height,
                        new PixelRows(image));
    }

    @Override
    public Transfer<ImageData> export(ImageLike image, Copy copy) {
        if (copy == Copy.ALWAYS) {
            return copied(image, "a copy was asked for");
        }
        Optional<ImageData> shared = image.buffer().layout().flatMap(Memory::share);
        if (shared.isPresent()) {
            return Transfer.shared(shared.get(), true);
        }
        String reason = "an ImageData lies in a byte[] of its own, from the first byte on, grey or with 3 or 4 bytes"
                + " per pixel, alpha apart";
        if (copy == Copy.NEVER) {
            throw new CopyRequiredException("This " + image.width() + "×" + image.height() + " " + image.mode()
                    + " image cannot be shared with SWT: " + reason + "; allow a copy");
        }
        return copied(image, reason);
    }

    private static Transfer<ImageData> copied(ImageLike image, String reason) {
        Mode mode = image.mode();
        int width = image.width();
        int height = image.height();
        if (4L * width * height > Integer.MAX_VALUE) {
            throw new UnsupportedImageException("An ImageData of " + width + "×" + height
                    + " pixels would not fit in an array; pass on a part of it, by Views.crop");
        }
        boolean grey = mode.componentNames().contains("l");
        PaletteData palette = grey ? Memory.greys() : new PaletteData(0xff0000, 0xff00, 0xff);
        ImageData made = new ImageData(width, height, grey ? 8 : 24, palette);
        if (mode.componentNames().contains("a")) {
            made.alphaData = new byte[width * height];
        }
        PixelLayout layout = Memory.layout(made).orElseThrow();
        StandardImage.from(image, layout);

        List<String> losses = new ArrayList<>();
        if (mode.bitsPerComponent() > 8) {
            losses.add(mode.bitsPerComponent() + " → 8 bits per component");
        }
        boolean numbers = image.buffer().layout().stream()
                .flatMap(from -> from.planes().stream())
                .anyMatch(plane -> plane.range() != null);
        if (numbers) {
            losses.add("numbers of a range → 8 bits per component");
        }
        if (mode.planar() || mode.componentNames().contains("k")) {
            losses.add(mode + " → RGB");
        }
        return Transfer.copied(made, reason, losses);
    }
}
