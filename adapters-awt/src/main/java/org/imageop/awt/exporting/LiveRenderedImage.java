package org.imageop.awt.exporting;

import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.jspecify.annotations.Nullable;

/**
 * Any image as a RenderedImage: read-only, in strips over the whole width, of which each is computed when it is
 * asked for, and only that.
 */
public final class LiveRenderedImage implements RenderedImage {
    /** A strip has about this many samples. */
    private static final int STRIP = 1 << 20;

    private final ImageLike image;
    private final CopyFormat format;
    private final int width;
    private final int height;
    private final int stripHeight;

    LiveRenderedImage(ImageLike image, CopyFormat format) {
        this.image = image;
        this.format = format;
        ImageSize size = image.size();
        this.width = size.width();
        this.height = size.height();
        long rowLength = (long) width * format.mode().components();
        this.stripHeight = (int) Math.max(1, Math.min(height, STRIP / rowLength));
    }

    /** The image that it shows. */
    public ImageLike image() {
        return image;
    }

    /** A copy of a part, in a raster of its own whose corner is at (0, 0). */
    WritableRaster part(Rectangle area) {
        check(area);
        WritableRaster raster = format.raster(area.width, area.height);
        Images.copy(source(area), format.meaning().wrap(raster, raster));
        return raster;
    }

    private void check(Rectangle area) {
        if (area.isEmpty() || !new Rectangle(width, height).contains(area)) {
            throw new IllegalArgumentException("The rectangle " + area.width + "×" + area.height + " at (" + area.x
                    + ", " + area.y + ") is not within an image of " + width + "×" + height
                    + " pixels [errors.md#rectangle-outside]");
        }
    }

    private ImageLike source(Rectangle area) {
        Mode mode = image.mode();
        if (!mode.planar()) {
            return Views.crop(image, area.x, area.y, area.width, area.height);
        }
        // chroma is interpolated between neighbours, so that one more sample on each side decides
        int left = Math.max(0, (area.x & ~1) - 2);
        int top = Math.max(0, (area.y & ~1) - 2);
        int right = Math.min(width, (area.x + area.width + 1 & ~1) + 2);
        int bottom = Math.min(height, (area.y + area.height + 1 & ~1) + 2);
        StandardImage converted =
                StandardImage.from(Views.crop(image, left, top, right - left, bottom - top), format.mode());
        return Views.crop(converted, area.x - left, area.y - top, area.width, area.height);
    }

    @Override
    public Raster getTile(int tileX, int tileY) {
        if (tileX != 0 || tileY < 0 || tileY >= getNumYTiles()) {
            throw new ArrayIndexOutOfBoundsException("There is no tile (" + tileX + ", " + tileY + "); the image has "
                    + getNumYTiles() + " tiles, one below the other [errors.md#no-such-index]");
        }
        int y = tileY * stripHeight;
        return part(new Rectangle(0, y, width, Math.min(stripHeight, height - y)))
                .createTranslatedChild(0, y);
    }

    @Override
    public Raster getData() {
        return getData(new Rectangle(width, height));
    }

    @Override
    public Raster getData(Rectangle area) {
        check(area);
        WritableRaster raster =
                Raster.createWritableRaster(format.samples(area.width, area.height), new Point(area.x, area.y));
        return copyData(raster);
    }

    /** Fills the part of the raster that lies within the image, strip by strip. */
    @Override
    public WritableRaster copyData(@Nullable WritableRaster raster) {
        WritableRaster target = raster == null ? format.raster(width, height) : raster;
        Rectangle wanted = target.getBounds().intersection(new Rectangle(width, height));
        for (int y = wanted.y; y < wanted.y + wanted.height; y += stripHeight) {
            int rows = Math.min(stripHeight, wanted.y + wanted.height - y);
            Raster strip = part(new Rectangle(wanted.x, y, wanted.width, rows));
            target.setDataElements(wanted.x, y, strip);
        }
        return target;
    }

    @Override
    public ColorModel getColorModel() {
        return format.model();
    }

    @Override
    public SampleModel getSampleModel() {
        return format.samples(width, stripHeight);
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public int getMinX() {
        return 0;
    }

    @Override
    public int getMinY() {
        return 0;
    }

    @Override
    public int getNumXTiles() {
        return 1;
    }

    @Override
    public int getNumYTiles() {
        return (height + stripHeight - 1) / stripHeight;
    }

    @Override
    public int getMinTileX() {
        return 0;
    }

    @Override
    public int getMinTileY() {
        return 0;
    }

    @Override
    public int getTileWidth() {
        return width;
    }

    @Override
    public int getTileHeight() {
        return stripHeight;
    }

    @Override
    public int getTileGridXOffset() {
        return 0;
    }

    @Override
    public int getTileGridYOffset() {
        return 0;
    }

    @Override
    public @Nullable Vector<RenderedImage> getSources() {
        return null;
    }

    @Override
    public Object getProperty(String name) {
        return Image.UndefinedProperty;
    }

    @Override
    public String @Nullable [] getPropertyNames() {
        return null;
    }
}
