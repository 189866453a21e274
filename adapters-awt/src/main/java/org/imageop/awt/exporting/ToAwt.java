package org.imageop.awt.exporting;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Transfer;
import org.imageop.spi.WrappedImage;

/** Images of the protocol handed on to AWT: shared where AWT can describe the memory, else copied. */
public final class ToAwt {
    private static final String ASKED = "a copy was asked for";

    private ToAwt() {}

    public static Transfer<BufferedImage> toBufferedImage(ImageLike image, Copy copy) {
        if (copy == Copy.ALWAYS) {
            return copied(image, ASKED);
        }
        try {
            return Transfer.shared(SharedRaster.of(image), true);
        } catch (SharedRaster.Obstacle obstacle) {
            checkAllowed(image, copy, obstacle.getMessage());
            return copied(image, obstacle.getMessage());
        }
    }

    private static void checkAllowed(ImageLike image, Copy copy, String obstacle) {
        if (copy == Copy.NEVER) {
            throw new CopyRequiredException("This " + image.width() + "×" + image.height() + " " + image.mode()
                    + " image cannot be handed to AWT on the same memory: " + obstacle
                    + "; allow a copy with Copy.IF_NEEDED [errors.md#copy-required]");
        }
    }

    /** A raster whose bands are the components. By itself it knows neither a palette nor what alpha has multiplied. */
    public static Transfer<WritableRaster> toRaster(ImageLike image, Copy copy) {
        boolean premultiplied = image.buffer()
                .layout()
                .filter(layout -> layout.alpha() == AlphaType.PREMULTIPLIED)
                .isPresent();
        if (copy != Copy.ALWAYS && !premultiplied) {
            try {
                return Transfer.shared(SharedRaster.of(image).getRaster(), true);
            } catch (SharedRaster.Obstacle obstacle) {
                checkAllowed(image, copy, obstacle.getMessage());
                return copiedRaster(image, obstacle.getMessage());
            }
        }
        String multiplied = "its colours are multiplied by alpha, which a raster cannot tell";
        checkAllowed(image, copy, multiplied);
        return copiedRaster(image, copy == Copy.ALWAYS ? ASKED : multiplied);
    }

    private static Transfer<WritableRaster> copiedRaster(ImageLike image, String reason) {
        CopyFormat format = CopyFormat.straight(image);
        return Transfer.copied(raster(image, format), reason, losses(image, format));
    }

    /**
     * A BufferedImage on the same memory, or else an image that computes what it is asked for; but a copy of planes,
     * since RGB computed of them would not be the same pixels.
     */
    public static Transfer<RenderedImage> toRenderedImage(ImageLike image, Copy copy) {
        if (copy == Copy.ALWAYS) {
            return copied(image, ASKED).map(pixels -> pixels);
        }
        try {
            return Transfer.shared(SharedRaster.of(image), true);
        } catch (SharedRaster.Obstacle obstacle) {
            CopyFormat format = CopyFormat.keeping(image);
            if (format.mode() == image.mode()) {
                return Transfer.shared(new LiveRenderedImage(image, format), false);
            }
            checkAllowed(image, copy, obstacle.getMessage());
            return copied(image, obstacle.getMessage()).map(pixels -> pixels);
        }
    }

    private static Transfer<BufferedImage> copied(ImageLike image, String reason) {
        if (image instanceof WrappedImage wrapped && wrapped.source() instanceof BufferedImage original) {
            return Transfer.copied(twin(original), reason, List.of());
        }
        CopyFormat format = CopyFormat.keeping(image);
        boolean premultiplied = format.model().isAlphaPremultiplied();
        return Transfer.copied(
                new BufferedImage(format.model(), raster(image, format), premultiplied, null),
                reason,
                losses(image, format));
    }

    private static WritableRaster raster(ImageLike image, CopyFormat format) {
        WritableRaster raster = format.raster(image.width(), image.height());
        if (format.model() instanceof DirectColorModel || raster.getTransferType() == DataBuffer.TYPE_BYTE) {
            // strip by strip, so that the raster's array is not taken and Java2D may accelerate the image
            new FormattedPixels(image, format).fill(raster);
        } else {
            // AWT moves shorts and ints of components slowly
            Images.copy(image, format.meaning().wrap(raster, raster));
        }
        return raster;
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

    private static List<String> losses(ImageLike image, CopyFormat format) {
        List<String> losses = new ArrayList<>();
        if (image.mode().planar()) {
            losses.add("YCbCr → RGB");
            losses.add("chroma resampled");
        }
        image.buffer().layout().ifPresent(layout -> {
            if (layout.planes().stream().anyMatch(plane -> plane.range() != null)) {
                losses.add("numbers of a range → " + format.mode().bitsPerComponent() + " bits per component");
            }
        });
        return losses;
    }
}
