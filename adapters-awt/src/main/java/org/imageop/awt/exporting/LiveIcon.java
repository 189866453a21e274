package org.imageop.awt.exporting;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import javax.swing.Icon;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.color.Profiles;
import org.jspecify.annotations.Nullable;

/** Paints an image as it is when it is painted. */
public final class LiveIcon implements Icon {
    private final ImageSize size;
    /** An image on the same memory, if Java2D draws it fast. */
    private final @Nullable BufferedImage shared;

    private final CopyFormat format;
    private final FormattedPixels converted;

    /** An icon of an image. */
    public LiveIcon(ImageLike image) {
        this.size = image.size();
        // Java2D draws other colours slowly, and no faster than we convert them
        ImageLike colors = Profiles.viewAsSrgb(image);
        this.shared = shared(colors);
        this.format = CopyFormat.drawing(colors.mode());
        this.converted = new FormattedPixels(colors, format);
    }

    private static @Nullable BufferedImage shared(ImageLike image) {
        BufferedImage original = Images.unwrap(image, BufferedImage.class).orElse(null);
        if (original != null && original.getColorModel() instanceof IndexColorModel) {
            return original;
        }
        return SharedRaster.find(image).filter(LiveIcon::drawnExactly).orElse(null);
    }

    /** 565 and 555 expand unevenly, 16 bits are cut to 8, and custom types are drawn slowly. */
    private static boolean drawnExactly(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_CUSTOM,
                    BufferedImage.TYPE_USHORT_GRAY,
                    BufferedImage.TYPE_USHORT_565_RGB,
                    BufferedImage.TYPE_USHORT_555_RGB -> false;
            default -> true;
        };
    }

    /** Paints the part that the clip shows; without memory that Java2D can draw, that part is converted. */
    @Override
    public void paintIcon(@Nullable Component component, Graphics graphics, int x, int y) {
        if (shared != null) {
            graphics.drawImage(shared, x, y, null);
            return;
        }
        Rectangle visible = new Rectangle(size.width(), size.height());
        Rectangle clip = graphics.getClipBounds();
        if (clip != null) {
            // a margin for transforms that blend neighbours
            clip.translate(-x, -y);
            clip.grow(2, 2);
            visible = visible.intersection(clip);
        }
        if (visible.isEmpty()) {
            return;
        }
        BufferedImage part = format.image(converted.part(visible));
        graphics.drawImage(part, x + visible.x, y + visible.y, null);
    }

    @Override
    public int getIconWidth() {
        return size.width();
    }

    @Override
    public int getIconHeight() {
        return size.height();
    }
}
