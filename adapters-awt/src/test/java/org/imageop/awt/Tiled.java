package org.imageop.awt;

import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/** Tiles cut out of a BufferedImage, which stay in memory; the grid does not begin at the image's corner. */
final class Tiled implements RenderedImage {
    final BufferedImage pixels;
    private final int tileWidth;
    private final int tileHeight;
    private final int minX;
    private final int minY;
    private final int gridX;
    private final int gridY;
    private final boolean colors;
    /** By several threads too, in the contract. */
    final List<Point> asked = Collections.synchronizedList(new ArrayList<>());

    Tiled(
            BufferedImage pixels,
            int tileWidth,
            int tileHeight,
            int minX,
            int minY,
            int gridX,
            int gridY,
            boolean colors) {
        this.pixels = pixels;
        this.tileWidth = tileWidth;
        this.tileHeight = tileHeight;
        this.minX = minX;
        this.minY = minY;
        this.gridX = gridX;
        this.gridY = gridY;
        this.colors = colors;
    }

    @Override
    public Raster getTile(int tileX, int tileY) {
        asked.add(new Point(tileX, tileY));
        Rectangle part = new Rectangle(gridX + tileX * tileWidth, gridY + tileY * tileHeight, tileWidth, tileHeight)
                .intersection(new Rectangle(minX, minY, getWidth(), getHeight()));
        return pixels.getRaster()
                .createChild(part.x - minX, part.y - minY, part.width, part.height, part.x, part.y, null);
    }

    @Override
    public int getWidth() {
        return pixels.getWidth();
    }

    @Override
    public int getHeight() {
        return pixels.getHeight();
    }

    @Override
    public int getMinX() {
        return minX;
    }

    @Override
    public int getMinY() {
        return minY;
    }

    @Override
    public int getMinTileX() {
        return Math.floorDiv(minX - gridX, tileWidth);
    }

    @Override
    public int getMinTileY() {
        return Math.floorDiv(minY - gridY, tileHeight);
    }

    @Override
    public int getNumXTiles() {
        return Math.floorDiv(minX + getWidth() - 1 - gridX, tileWidth) - getMinTileX() + 1;
    }

    @Override
    public int getNumYTiles() {
        return Math.floorDiv(minY + getHeight() - 1 - gridY, tileHeight) - getMinTileY() + 1;
    }

    @Override
    public int getTileWidth() {
        return tileWidth;
    }

    @Override
    public int getTileHeight() {
        return tileHeight;
    }

    @Override
    public int getTileGridXOffset() {
        return gridX;
    }

    @Override
    public int getTileGridYOffset() {
        return gridY;
    }

    @Override
    public @Nullable ColorModel getColorModel() {
        return colors ? pixels.getColorModel() : null;
    }

    @Override
    public SampleModel getSampleModel() {
        return pixels.getSampleModel();
    }

    @Override
    public Raster getData() {
        throw new AssertionError("all of the image was asked for");
    }

    @Override
    public Raster getData(Rectangle area) {
        throw new AssertionError("an area was asked for");
    }

    @Override
    public WritableRaster copyData(@Nullable WritableRaster raster) {
        throw new AssertionError("all of the image was asked for");
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
