package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.volatiles.array.VolatileByteArray;
import net.imglib2.img.basictypeaccess.volatiles.array.VolatileIntArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.volatiles.VolatileARGBType;
import net.imglib2.type.volatiles.VolatileFloatType;
import net.imglib2.type.volatiles.VolatileUnsignedByteType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;

/** Pixels that are still being loaded are never read as 0. */
class VolatileTest {
    private static final CellGrid GRID = new CellGrid(new long[] {8, 4}, new int[] {4, 4});

    /** The left cell is there, the right one comes later. */
    private final boolean[] loaded = {true, false};

    private Cell<VolatileByteArray> cell(long index) {
        byte[] bytes = new byte[16];
        if (loaded[(int) index]) {
            Arrays.fill(bytes, (byte) (100 + index));
        }
        return new Cell<>(
                new int[] {4, 4}, new long[] {4 * index, 0}, new VolatileByteArray(bytes, loaded[(int) index]));
    }

    private <T extends NativeType<T>> LazyCellImg<T, VolatileByteArray> image(T type) {
        return new LazyCellImg<>(GRID, type, this::cell);
    }

    @Test
    void volatilePixelsThatAreNotValidAreAnError() {
        var cells = image(new VolatileUnsignedByteType());
        ImageLike image = ImgLib2Images.wrap(cells);

        assertThat(image.mode()).isEqualTo(Mode.L);
        assertThat(image.get(3, 1).l()).isEqualTo(100);
        assertThatThrownBy(() -> image.get(4, 1).l())
                .isInstanceOf(PixelsNotLoadedException.class)
                .hasMessageContaining("[4, 1]")
                .hasMessageContaining("not valid yet");
        assertThatThrownBy(() -> StandardImage.from(image)).isInstanceOf(PixelsNotLoadedException.class);
        assertThatThrownBy(() -> image.buffer().get(4)).isInstanceOf(PixelsNotLoadedException.class);
        assertThat(image.buffer().readOnly()).isTrue();

        loaded[1] = true;

        assertThat(image.get(4, 1).l()).isEqualTo(101);
        assertThat(StandardImage.from(image).get(7, 3).l()).isEqualTo(101);
    }

    /** PrimitiveBlocks, which others copy with, takes the zeros of a cell that is not valid for pixels. */
    @Test
    void cellsThatAreNotValidAreAnErrorEvenIfPixelsDoNotSay() {
        var cells = image(new UnsignedByteType());
        byte[] copied = new byte[8];
        PrimitiveBlocks.of(cells).copy(new int[] {0, 1}, copied, new int[] {8, 1});
        assertThat(copied).containsExactly(100, 100, 100, 100, 0, 0, 0, 0);

        ImageLike image = ImgLib2Images.wrap(cells);
        int[] row = new int[8];

        assertThatThrownBy(() -> Images.rows(image).read(0, 1, 8, row, 0))
                .isInstanceOf(PixelsNotLoadedException.class)
                .hasMessageContaining("[4, 1]");
        Images.rows(image).read(0, 1, 4, row, 0);
        assertThat(row).startsWith(100, 100, 100, 100);
        loaded[1] = true;
        Images.rows(image).read(0, 1, 8, row, 0);
        assertThat(row).containsExactly(100, 100, 100, 100, 101, 101, 101, 101);
    }

    @Test
    void cellsBesideWhichPixelsAreMirroredAreCheckedToo() {
        var cells = image(new UnsignedByteType());
        var mirrored = Views.interval(Views.extendMirrorSingle(cells), Intervals.createMinMax(8, 0, 14, 3));
        ImageLike image = ImgLib2Images.wrap(mirrored);
        int[] row = new int[7];

        assertThatThrownBy(() -> Images.rows(image).read(0, 1, 7, row, 0))
                .isInstanceOf(PixelsNotLoadedException.class)
                .hasMessageContaining("[4, 1]");
        Images.rows(image).read(3, 1, 4, row, 3);
        assertThat(row).endsWith(100, 100, 100, 100);
        // the right cell is beside the left one, but a value is there
        var left = Views.interval(cells, Intervals.createMinMax(0, 0, 3, 3));
        var valued = Views.interval(Views.extendValue(left, 7), Intervals.createMinMax(2, 0, 5, 3));
        Samples.assertSame(ImgLib2Images.wrap(valued), valued, -1);
    }

    @Test
    void cellsUnderViewsConvertersAndExtensionsAreCheckedToo() {
        var cells = image(new UnsignedByteType());
        RandomAccessibleInterval<UnsignedByteType> turned = Views.zeroMin(Views.rotate(cells, 0, 1));
        RandomAccessibleInterval<UnsignedByteType> converted =
                Converters.convert(turned, (in, out) -> out.set(255 - in.get()), new UnsignedByteType());
        RandomAccessibleInterval<UnsignedByteType> extended =
                Views.interval(Views.extendValue(converted, 7), Intervals.createMinMax(-1, -1, 4, 8));
        RandomAccessibleInterval<UnsignedByteType> backwards =
                Views.zeroMin(Views.invertAxis(Views.subsample(cells, 3, 1), 0));

        ImageLike image = ImgLib2Images.wrap(extended);
        assertThat(image.get(0, 0).l()).isEqualTo(7);
        assertThat(image.get(1, 1).l()).isEqualTo(155);
        assertThatThrownBy(() -> image.get(1, 5).l()).isInstanceOf(PixelsNotLoadedException.class);
        ImageLike thin = ImgLib2Images.wrap(backwards);
        assertThat(thin.get(2, 0).l()).isEqualTo(100);
        assertThatThrownBy(() -> Images.rows(thin).read(0, 0, 3, new int[3], 0))
                .isInstanceOf(PixelsNotLoadedException.class);
    }

    @Test
    void arraysThatAreNotValidAreRefused() {
        var bytes = ArrayImgs.unsignedBytes(new VolatileByteArray(12, false), 4, 3);

        assertThatThrownBy(() -> ImgLib2Images.wrap(bytes))
                .isInstanceOf(PixelsNotLoadedException.class)
                .hasMessageContaining("not valid");
        assertThat(ImgLib2Images.wrap(ArrayImgs.unsignedBytes(new VolatileByteArray(12, true), 4, 3))
                        .buffer()
                        .layout())
                .isPresent();
    }

    @Test
    void otherVolatileTypes() {
        int[] argb = {0x80102030, 0xff405060};
        ImageLike colours = ImgLib2Images.wrap(new LazyCellImg<>(
                new CellGrid(new long[] {2, 1}, new int[] {2, 1}),
                new VolatileARGBType(),
                index -> new Cell<>(new int[] {2, 1}, new long[2], new VolatileIntArray(argb, true))));
        assertThat(colours.mode()).isEqualTo(Mode.RGBA);
        assertThat(colours.get(0, 0).value()).containsExactly(0x10, 0x20, 0x30, 0x80);

        var floats = net.imglib2.util.ConstantUtils.constantRandomAccessibleInterval(
                new VolatileFloatType(0.25f), new net.imglib2.FinalInterval(2, 2));
        floats.getType().setValid(true);
        assertThat(ImgLib2Images.wrap(floats, Mode.L, new Plane.Range(0, 1))
                        .get(1, 1)
                        .l())
                .isEqualTo(64);
    }
}
