package org.imageop.awt.exporting;

import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Optional;
import java.util.Vector;
import org.imageop.ImageLike;
import org.jspecify.annotations.Nullable;

/** Any image as a RenderedImage: read-only, in strips over the whole width that are computed on request. */
public final class LiveRenderedImage implements RenderedImage {
    private final ImageLike image;
    private final CopyFormat format;
    private final FormattedPixels pixels;
    private final int width;
    private final int height;
    private final int stripHeight;

    LiveRenderedImage(ImageLike image, CopyFormat format) {
        this.image = image;
        this.format = format;
        this.pixels = new FormattedPixels(image, format);
        this.width = image.width();
        this.height = image.height();
        this.stripHeight = pixels.stripHeight();
    }

    /** Any image but a planar one: RGB computed from luma and chroma would not be the same pixels. */
    public static Optional<RenderedImage> of(ImageLike image) {
        return image.planar() ? Optional.empty() : Optional.of(new LiveRenderedImage(image, CopyFormat.keeping(image)));
    }

    /** The image that it shows. */
    public ImageLike image() {
        return image;
    }

    @Override
    public Raster getTile(int tileX, int tileY) {
        if (tileX != 0 || tileY < 0 || tileY >= getNumYTiles()) {
            throw new ArrayIndexOutOfBoundsException("There is no tile (" + tileX + ", " + tileY + "); the image has "
                    + getNumYTiles() + " tiles, one below the other [errors.md#no-such-index]");
        }
        int y = tileY * stripHeight;
        return pixels.part(new Rectangle(0, y, width, Math.min(stripHeight, height - y)))
                .createTranslatedChild(0, y);
    }

    @Override
    public Raster getData() {
        return getData(new Rectangle(width, height));
    }

    @Override
    public Raster getData(Rectangle area) {
        if (area.isEmpty() || !new Rectangle(width, height).contains(area)) {
            throw new IllegalArgumentException("The rectangle " + area.width + "×" + area.height + " at (" + area.x
                    + ", " + area.y + ") is not within an image of " + width + "×" + height
                    + " pixels [errors.md#rectangle-outside]");
        }
        WritableRaster raster =
                Raster.createWritableRaster(format.samples(area.width, area.height), new Point(area.x, area.y));
        return copyData(raster);
    }

    @Override
    public WritableRaster copyData(@Nullable WritableRaster raster) {
        WritableRaster target = raster == null ? format.raster(width, height) : raster;
        pixels.fill(target);
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
