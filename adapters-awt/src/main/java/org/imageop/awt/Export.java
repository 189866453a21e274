package org.imageop.awt;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Transfer;
import org.imageop.spi.WrappedImage;

/** Images of the protocol handed on to AWT: shared where AWT can describe the memory, else copied. */
final class Export {
    private static final String ASKED = "a copy was asked for";

    private Export() {}

    static Transfer<BufferedImage> toBufferedImage(ImageLike image, Copy copy) {
        if (copy == Copy.ALWAYS) {
            return copied(image, ASKED);
        }
        try {
            return Transfer.shared(SharedRaster.of(image), true);
        } catch (SharedRaster.Obstacle obstacle) {
            if (copy == Copy.NEVER) {
                throw new CopyRequiredException("This " + image.width() + "×" + image.height() + " " + image.mode()
                        + " image cannot become a BufferedImage on the same memory: " + obstacle.getMessage()
                        + "; allow a copy with Copy.IF_NEEDED [errors.md#copy-required]");
            }
            return copied(image, obstacle.getMessage());
        }
    }

    /** A BufferedImage on the same memory, or else an image that computes what it is asked for. */
    static Transfer<RenderedImage> toRenderedImage(ImageLike image, Copy copy) {
        if (copy == Copy.ALWAYS) {
            return map(copied(image, ASKED), pixels -> pixels);
        }
        try {
            return Transfer.shared(SharedRaster.of(image), true);
        } catch (SharedRaster.Obstacle obstacle) {
            return Transfer.shared(new LiveRenderedImage(image, Form.keeping(image)), false);
        }
    }

    /** The same transfer of another view of the image. */
    static <A, B> Transfer<B> map(Transfer<A> transfer, Function<A, B> view) {
        B image = view.apply(transfer.image());
        return transfer.shared()
                ? Transfer.shared(image, transfer.writable())
                : Transfer.copied(image, transfer.reason().orElseThrow(), transfer.losses());
    }

    private static Transfer<BufferedImage> copied(ImageLike image, String reason) {
        if (image instanceof WrappedImage wrapped && wrapped.source() instanceof BufferedImage original) {
            return Transfer.copied(twin(original), reason, List.of());
        }
        Form form = Form.keeping(image);
        WritableRaster raster = form.raster(image.width(), image.height());
        if (form.model() instanceof DirectColorModel || raster.getTransferType() == DataBuffer.TYPE_BYTE) {
            // strip by strip, so that the raster's array is not taken and Java2D may accelerate the image
            new LiveRenderedImage(image, form).copyData(raster);
        } else {
            // AWT moves shorts and ints of components slowly
            Images.copy(image, form.bands().wrap(raster, raster));
        }
        boolean premultiplied = form.model().isAlphaPremultiplied();
        return Transfer.copied(
                new BufferedImage(form.model(), raster, premultiplied, null), reason, losses(image, form));
    }

    /** A copy of the same type, palette and bits. */
    private static BufferedImage twin(BufferedImage image) {
        WritableRaster raster = image.getRaster().createCompatibleWritableRaster();
        BufferedImage twin = new BufferedImage(image.getColorModel(), raster, image.isAlphaPremultiplied(), null);
        switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_USHORT_565_RGB,
                    BufferedImage.TYPE_USHORT_555_RGB,
                    BufferedImage.TYPE_USHORT_GRAY -> {
                // opaque pixels of the same type are moved as they are, and much faster than by the rasters
                Graphics2D graphics = twin.createGraphics();
                graphics.setComposite(AlphaComposite.Src);
                graphics.drawImage(image, 0, 0, null);
                graphics.dispose();
            }
            default -> raster.setDataElements(0, 0, image.getRaster());
        }
        return twin;
    }

    private static List<String> losses(ImageLike image, Form form) {
        List<String> losses = new ArrayList<>();
        if (image.mode().planar()) {
            losses.add("YCbCr → RGB");
            losses.add("chroma resampled");
        }
        image.buffer().layout().ifPresent(layout -> {
            if (layout.planes().stream().anyMatch(plane -> plane.range() != null)) {
                losses.add("numbers of a range → " + form.mode().bitsPerComponent() + " bits per component");
            }
        });
        return losses;
    }
}
