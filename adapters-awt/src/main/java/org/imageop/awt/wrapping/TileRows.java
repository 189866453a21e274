package org.imageop.awt.wrapping;

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.imageop.SampleRows;
import org.imageop.awt.raster.RasterMeaning;

/** The samples of a RenderedImage, tile by tile. The row of tiles that was read last is kept. */
final class TileRows implements SampleRows {
    private record TileRow(int index, AtomicReferenceArray<SampleRows> tiles) {}

    private final RenderedImage image;
    private final RasterMeaning meaning;
    private final int components;
    private volatile TileRow last;

    TileRows(RenderedImage image, RasterMeaning meaning) {
        this.image = image;
        this.meaning = meaning;
        this.components = meaning.mode().components();
        this.last = new TileRow(image.getMinTileY(), new AtomicReferenceArray<>(image.getNumXTiles()));
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int tileWidth = image.getTileWidth();
        int tileHeight = image.getTileHeight();
        int gridX = image.getMinX() + x - image.getTileGridXOffset();
        int gridY = image.getMinY() + y - image.getTileGridYOffset();
        TileRow row = row(Math.floorDiv(gridY, tileHeight));
        int at = 0;
        while (at < count) {
            int tileX = Math.floorDiv(gridX + at, tileWidth);
            int inTile = gridX + at - tileX * tileWidth;
            int run = Math.min(count - at, tileWidth - inTile);
            tile(row, tileX).read(inTile, Math.floorMod(gridY, tileHeight), run, samples, offset + at * components);
            at += run;
        }
    }

    private TileRow row(int index) {
        TileRow row = last;
        if (row.index != index) {
            row = new TileRow(index, new AtomicReferenceArray<>(image.getNumXTiles()));
            last = row;
        }
        return row;
    }

    private SampleRows tile(TileRow row, int tileX) {
        int place = tileX - image.getMinTileX();
        SampleRows tile = row.tiles.get(place);
        if (tile == null) {
            tile = rows(tileX, row.index);
            row.tiles.set(place, tile);
        }
        return tile;
    }

    private SampleRows rows(int tileX, int tileY) {
        Raster raster = image.getTile(tileX, tileY);
        int left = tileX * image.getTileWidth() + image.getTileGridXOffset();
        int top = tileY * image.getTileHeight() + image.getTileGridYOffset();
        Rectangle part = new Rectangle(left, top, image.getTileWidth(), image.getTileHeight())
                .intersection(new Rectangle(image.getMinX(), image.getMinY(), image.getWidth(), image.getHeight()));
        if (!raster.getBounds().contains(part)) {
            throw new IllegalStateException("Tile (" + tileX + ", " + tileY + ") of the "
                    + image.getClass().getName() + " should cover " + part + ", but covers " + raster.getBounds()
                    + "; that is a bug of its class [errors.md#contradiction]");
        }
        SampleRows rows = meaning.rows(raster);
        // the grid's first tile may begin outside of its raster
        int shiftX = left - raster.getMinX();
        int shiftY = top - raster.getMinY();
        return (x, y, count, samples, offset) -> rows.read(x + shiftX, y + shiftY, count, samples, offset);
    }
}
