package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ReadOnlyBufferException;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.converter.Converters;
import net.imglib2.display.screenimage.awt.ARGBScreenImage;
import net.imglib2.display.screenimage.awt.AWTScreenImageUtil;
import net.imglib2.display.screenimage.awt.UnsignedByteAWTScreenImage;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;

/** Where ImgLib2's own AWT code, or sharing an array naively, is wrong: wrong or refused there, right here. */
class TrapsTest {
    /** ImgLib2's screen image takes the first plane of a 4×4×3 image and forgets the others. */
    @Test
    void componentsAreNotForgotten() {
        ArrayImg<UnsignedByteType, ByteArray> rgb = Samples.noise(ArrayImgs.unsignedBytes(4, 4, 3), 1);

        BufferedImage theirs = new UnsignedByteAWTScreenImage(rgb).image();
        assertThat(theirs.getRaster().getNumBands()).isEqualTo(1);
        assertThat(AWTScreenImageUtil.emptyScreenImage(new UnsignedByteType(), new long[] {4, 4, 3})
                        .image()
                        .getRaster()
                        .getNumBands())
                .isEqualTo(1);

        assertThatThrownBy(() -> ImgLib2Images.wrap(rgb)).isInstanceOf(UnsupportedImageException.class);
        ImageLike ours = ImgLib2Images.wrap(rgb, 2);
        assertThat(ours.mode()).isEqualTo(Mode.RGB);
        assertThat(ours.get(3, 2).value())
                .containsExactly(
                        rgb.getAt(3, 2, 0).get(),
                        rgb.getAt(3, 2, 1).get(),
                        rgb.getAt(3, 2, 2).get());
    }

    /** Grey 100 is 100; the colour space that ImgLib2's screen image gives to AWT makes another number of it. */
    @Test
    void greyIsTheSampleItself() {
        var grey = ArrayImgs.unsignedBytes(2, 2);
        grey.getAt(1, 1).set(100);

        int theirs = new UnsignedByteAWTScreenImage(grey).image().getRGB(1, 1) & 0xff;

        assertThat(theirs).isNotEqualTo(100);
        assertThat(ImgLib2Images.wrap(grey).get(1, 1).l()).isEqualTo(100);
        assertThat(StandardImage.from(ImgLib2Images.wrap(grey), Mode.RGB)
                        .get(1, 1)
                        .value())
                .containsExactly(100, 100, 100);
    }

    /** The array under a view begins elsewhere, runs otherwise and is longer. */
    @Test
    void viewsAreNotTheirArray() {
        var root = Samples.noise(ArrayImgs.unsignedBytes(9, 8), 2);
        RandomAccessibleInterval<UnsignedByteType> view =
                Views.translate(Views.rotate(Views.interval(root, Intervals.createMinMax(2, 3, 6, 6)), 0, 1), -50, 7);
        byte[] array = root.update(null).getCurrentStorageArray();
        var naive = ArrayImgs.unsignedBytes(array, view.dimension(0), view.dimension(1));
        assertThat(Samples.differences(Samples.all(naive), Samples.all(Views.zeroMin(view))))
                .isPositive();

        Samples.assertSame(ImgLib2Images.wrap(view), view, -1);
    }

    /** As paintera does: one array as JavaFX's premultiplied pixels and as ARGBType, which is straight. */
    @Test
    void premultipliedPixelsAreNotStraight() {
        StandardImage canvas = StandardImage.canvas(2, 1);
        canvas.set(0, 0, 200, 100, 50, 128);
        int[] array = ((IntBuffer)
                        canvas.buffer().layout().orElseThrow().planes().get(0).memory())
                .array();

        int naive = ArrayImgs.argbs(array, 2, 1).getAt(0, 0).get();
        int screen = new ARGBScreenImage(2, 1, array).image().getRGB(0, 0);

        assertThat(Samples.of(new ARGBType(naive))).containsExactly(100, 50, 25, 128);
        assertThat(screen).isEqualTo(naive);
        int ours = ImgLib2Images.toArgb(canvas).getAt(0, 0).get();
        assertThat(Samples.of(new ARGBType(ours)))
                .isEqualTo(canvas.get(0, 0).value())
                .containsExactly(199, 100, 50, 128);
    }

    /** As qupath-imglib2 does: the array of a sub-image from its start, and BGR ints as RGB. */
    @Test
    void subImagesHaveAnOffsetAndAStride() {
        BufferedImage whole = new BufferedImage(10, 8, BufferedImage.TYPE_BYTE_GRAY);
        byte[] array = ((DataBufferByte) whole.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < array.length; i++) {
            array[i] = (byte) i;
        }
        BufferedImage part = whole.getSubimage(3, 2, 4, 5);
        byte[] partArray = ((DataBufferByte) part.getRaster().getDataBuffer()).getData();

        var naive = ArrayImgs.unsignedBytes(partArray, 4, 5);
        ImageLike layout = StandardImage.wrap(PixelLayout.of(
                Mode.L, 4, 5, AlphaType.OPAQUE, Plane.of(ByteBuffer.wrap(partArray), 3 + 2 * 10, 1, 10)));
        RandomAccessibleInterval<?> ours = ImgLib2Images.toRandomAccessibleInterval(layout);

        int truth = part.getRaster().getSample(2, 3, 0);
        assertThat(naive.getAt(2, 3).get()).isNotEqualTo(truth);
        assertThat(Samples.at(ours, -1, 2, 3)).containsExactly(truth);
        Samples.set(ours, -1, 2, 3, 222);
        assertThat(whole.getRaster().getSample(5, 5, 0)).isEqualTo(222);
    }

    @Test
    void bgrIntsAreNotRgb() {
        BufferedImage bgr = new BufferedImage(3, 2, BufferedImage.TYPE_INT_BGR);
        bgr.setRGB(1, 1, 0xff102030);
        int[] array = ((DataBufferInt) bgr.getRaster().getDataBuffer()).getData();
        IntBuffer memory = IntBuffer.wrap(array);
        ImageLike image = StandardImage.wrap(PixelLayout.of(
                Mode.RGB,
                3,
                2,
                AlphaType.OPAQUE,
                Plane.packed(memory, 0, 1, 3, 0, 8),
                Plane.packed(memory, 0, 1, 3, 8, 8),
                Plane.packed(memory, 0, 1, 3, 16, 8)));

        int naive = ArrayImgs.argbs(array, 3, 2).getAt(1, 1).get();

        assertThat(Samples.of(new ARGBType(naive))).containsExactly(0x30, 0x20, 0x10, 0);
        assertThat(Samples.at(ImgLib2Images.toRandomAccessibleInterval(image), -1, 1, 1))
                .containsExactly(0x10, 0x20, 0x30, 255);
    }

    /** Iteration goes by cells: a flat copy by cursor scrambles an image of cells. */
    @Test
    void cursorsDoNotGoByRows() {
        var cells = Samples.noise(new CellImgFactory<>(new UnsignedByteType(), 3).create(7, 5), 3);
        byte[] naive = new byte[35];
        Cursor<UnsignedByteType> cursor = cells.cursor();
        for (int i = 0; i < naive.length; i++) {
            naive[i] = cursor.next().getByte();
        }
        byte[] ours = new byte[35];

        ImgLib2Images.wrap(cells).buffer().get(0, ours, 0, 35);

        assertThat(naive).isNotEqualTo(ours);
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).isEqualTo(cells.getAt(i % 7, i / 7).getByte());
        }
    }

    /** PrimitiveBlocks keeps the low 32 bits of a translation. */
    @Test
    void positionsBeyondIntAreNotTruncated() {
        long far = 1L << 33;
        LazyCellImg<UnsignedByteType, ByteArray> huge = new LazyCellImg<>(
                new CellGrid(new long[] {far + 1000, 2}, new int[] {1024, 2}), new UnsignedByteType(), index -> {
                    long min = index * 1024;
                    int width = (int) Math.min(1024, far + 1000 - min);
                    ByteArray bytes = new ByteArray(2 * width);
                    for (int i = 0; i < 2 * width; i++) {
                        bytes.setValue(i, (byte) (min >= far ? 100 + i % width % 7 : 1));
                    }
                    return new Cell<>(new int[] {width, 2}, new long[] {min, 0}, bytes);
                });
        RandomAccessibleInterval<UnsignedByteType> end =
                Views.zeroMin(Views.interval(huge, new long[] {far, 0}, new long[] {far + 999, 1}));
        byte[] theirs = new byte[10];
        PrimitiveBlocks.of(end).copy(new int[] {0, 0}, theirs, new int[] {10, 1});
        assertThat(theirs).containsOnly(1);

        int[] row = new int[1000];
        Images.rows(ImgLib2Images.wrap(end)).read(0, 1, 1000, row, 0);

        for (int x = 0; x < row.length; x++) {
            assertThat(row[x]).isEqualTo(100 + x % 7).isEqualTo(end.getAt(x, 1).get());
        }
        RandomAccessibleInterval<UnsignedByteType> converted =
                Converters.convert(end, (in, out) -> out.set(in.get() + 1), new UnsignedByteType());
        PrimitiveBlocks.of(converted).copy(new int[] {0, 0}, theirs, new int[] {10, 1});
        assertThat(theirs).containsOnly(2);
        Images.rows(ImgLib2Images.wrap(converted)).read(0, 1, 1000, row, 0);
        for (int x = 0; x < row.length; x++) {
            assertThat(row[x]).isEqualTo(101 + x % 7);
        }
    }

    /** Writing a converted pixel changes a temporary object: ImgLib2 is silent, the protocol refuses. */
    @Test
    void lostWritesAreRefused() {
        var root = ArrayImgs.unsignedShorts(3, 3);
        RandomAccessibleInterval<UnsignedByteType> converted = Converters.convert(
                (RandomAccessibleInterval<UnsignedShortType>) root,
                (in, out) -> out.set(in.get() >> 8),
                new UnsignedByteType());
        converted.getAt(1, 1).set(7);
        assertThat(converted.getAt(1, 1).get()).isZero();

        assertThatThrownBy(() -> ImgLib2Images.wrap(converted).set(1, 1, 7))
                .isInstanceOf(ReadOnlyBufferException.class);
    }
}
