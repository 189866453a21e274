package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.DirectColorModel;
import java.awt.image.MultiPixelPackedSampleModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.awt.profiles.InkProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sample models of every kind, as rasters and as images, against Raster.getSample and by writing both ways. */
class CustomRastersTest {
    private static final int BYTE = DataBuffer.TYPE_BYTE;
    private static final int USHORT = DataBuffer.TYPE_USHORT;
    private static final int INT = DataBuffer.TYPE_INT;

    private static Arguments raster(String what, Mode mode, boolean memory, SampleModel samples) {
        return Arguments.of(what, mode, memory, samples, samples.createDataBuffer());
    }

    private static Arguments raster(String what, Mode mode, SampleModel samples, DataBuffer data) {
        return Arguments.of(what, mode, true, samples, data);
    }

    private static SampleModel interleaved(int type, int pixelStride, int lineStride, int... offsets) {
        return new PixelInterleavedSampleModel(type, 7, 5, pixelStride, lineStride, offsets);
    }

    private static SampleModel packed(int type, int lineStride, int... masks) {
        return new SinglePixelPackedSampleModel(type, 7, 5, lineStride, masks);
    }

    static Stream<Arguments> rasters() {
        return Stream.of(
                raster("tight grey bytes", Mode.L, true, interleaved(BYTE, 1, 7, 0)),
                raster("padded grey bytes", Mode.L, true, interleaved(BYTE, 1, 12, 0)),
                raster("every third byte", Mode.L, true, interleaved(BYTE, 3, 25, 1)),
                raster("grey shorts", Mode.L16, true, interleaved(USHORT, 1, 9, 0)),
                raster("grey ints", Mode.L32, true, interleaved(INT, 1, 9, 0)),
                raster("grey and alpha", Mode.LA, true, interleaved(BYTE, 2, 14, 0, 1)),
                raster("alpha and grey", Mode.LA, true, interleaved(BYTE, 2, 15, 1, 0)),
                raster("grey and alpha shorts", Mode.LA32, true, interleaved(USHORT, 3, 24, 0, 2)),
                raster("RGB", Mode.RGB, true, interleaved(BYTE, 3, 21, 0, 1, 2)),
                raster("BGR, padded", Mode.RGB, true, interleaved(BYTE, 3, 24, 2, 1, 0)),
                raster("GBR with a gap", Mode.RGB, true, interleaved(BYTE, 4, 31, 2, 0, 1)),
                raster("RGB shorts", Mode.RGB48, true, interleaved(USHORT, 3, 21, 0, 1, 2)),
                raster("BGR shorts", Mode.RGB48, true, interleaved(USHORT, 3, 21, 2, 1, 0)),
                raster("ARGB bytes", Mode.RGBA, true, interleaved(BYTE, 4, 28, 1, 2, 3, 0)),
                raster("RGBA shorts", Mode.RGBA64, true, interleaved(USHORT, 4, 29, 0, 1, 2, 3)),
                raster("banded RGB", Mode.RGB, true, new BandedSampleModel(BYTE, 7, 5, 3)),
                raster("banded RGBA shorts", Mode.RGBA64, true, new BandedSampleModel(USHORT, 7, 5, 4)),
                raster(
                        "bands of different banks, one shared",
                        Mode.RGB,
                        new BandedSampleModel(BYTE, 7, 5, 8, new int[] {1, 0, 1}, new int[] {40, 3, 0}),
                        new DataBufferByte(new byte[][] {new byte[50], new byte[90]}, 50)),
                raster(
                        "interleaved in two banks",
                        Mode.LA,
                        new ComponentSampleModel(BYTE, 7, 5, 2, 20, new int[] {0, 1}, new int[] {1, 4}),
                        new DataBufferByte(new byte[][] {new byte[99], new byte[99]}, 99)),
                raster(
                        "a data buffer with an offset",
                        Mode.RGB,
                        interleaved(BYTE, 3, 23, 2, 1, 0),
                        new DataBufferByte(new byte[200], 180, 17)),
                raster(
                        "banks with different offsets",
                        Mode.LA,
                        new BandedSampleModel(BYTE, 7, 5, 9, new int[] {0, 1}, new int[] {0, 2}),
                        new DataBufferByte(new byte[][] {new byte[70], new byte[70]}, 50, new int[] {11, 5})),
                raster(
                        "shorts with an offset",
                        Mode.L16,
                        interleaved(USHORT, 1, 9, 0),
                        new DataBufferUShort(new short[80], 60, 13)),
                raster(
                        "packed ints with an offset",
                        Mode.RGB,
                        packed(INT, 9, 0xff0000, 0xff00, 0xff),
                        new DataBufferInt(new int[80], 60, 13)),
                raster("ARGB ints, padded", Mode.RGBA, true, packed(INT, 10, 0xff0000, 0xff00, 0xff, 0xff000000)),
                raster("RGBA ints", Mode.RGBA, true, packed(INT, 7, 0xff000000, 0xff0000, 0xff00, 0xff)),
                raster(
                        "10 bits each and 2 of alpha",
                        Mode.RGBA64,
                        true,
                        packed(INT, 7, 0x3ff00000, 0xffc00, 0x3ff, 0xc0000000)),
                raster("565", Mode.RGB, true, packed(USHORT, 8, 0xf800, 0x7e0, 0x1f)),
                raster("555", Mode.RGB, true, packed(USHORT, 7, 0x7c00, 0x3e0, 0x1f)),
                raster("4444", Mode.RGBA, true, packed(USHORT, 7, 0xf00, 0xf0, 0xf, 0xf000)),
                raster("332", Mode.RGB, true, packed(BYTE, 9, 0xe0, 0x1c, 3)),
                raster("24 bits of an int", Mode.L32, true, packed(INT, 7, 0xffffff00)),
                raster("grey and alpha in a short", Mode.LA, true, packed(USHORT, 7, 0xff00, 0xff)),
                raster("1 bit", Mode.L, false, new MultiPixelPackedSampleModel(BYTE, 7, 5, 1)),
                raster("2 bits", Mode.L, false, new MultiPixelPackedSampleModel(BYTE, 7, 5, 2)),
                raster("4 bits from the third on", Mode.L, false, new MultiPixelPackedSampleModel(BYTE, 7, 5, 4, 6, 8)),
                raster("4 bits in shorts", Mode.L, false, new MultiPixelPackedSampleModel(USHORT, 7, 5, 4)),
                raster("1 bit in ints", Mode.L, false, new MultiPixelPackedSampleModel(INT, 7, 5, 1)),
                raster("a sample model of somebody's own", Mode.RGB, false, new Mirrored()));
    }

    /** Rows that run backwards: only its own methods know. */
    private static final class Mirrored extends ComponentSampleModel {
        Mirrored() {
            super(DataBuffer.TYPE_BYTE, 7, 5, 3, 21, new int[] {0, 1, 2});
        }

        @Override
        public int getSample(int x, int y, int b, DataBuffer data) {
            return super.getSample(width - 1 - x, y, b, data);
        }

        @Override
        public void setSample(int x, int y, int b, int s, DataBuffer data) {
            super.setSample(width - 1 - x, y, b, s, data);
        }

        @Override
        public int[] getPixels(int x, int y, int w, int h, int[] pixels, DataBuffer data) {
            int[] result = pixels == null ? new int[w * h * 3] : pixels;
            for (int i = 0; i < result.length; i++) {
                result[i] = getSample(x + i / 3 % w, y + i / 3 / w, i % 3, data);
            }
            return result;
        }

        @Override
        public void setPixels(int x, int y, int w, int h, int[] pixels, DataBuffer data) {
            for (int i = 0; i < pixels.length; i++) {
                setSample(x + i / 3 % w, y + i / 3 / w, i % 3, pixels[i], data);
            }
        }
    }

    private static WritableRaster at(SampleModel samples, DataBuffer data, int x, int y) {
        return Raster.createWritableRaster(samples, data, new Point(x, y));
    }

    private static WritableRaster at(SampleModel samples) {
        return at(samples, samples.createDataBuffer(), 0, 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rasters")
    void rastersAreLiveBothWays(String what, Mode mode, boolean memory, SampleModel samples, DataBuffer data) {
        SplittableRandom random = new SplittableRandom(what.hashCode());
        WritableRaster whole = at(samples, data, 0, 0);
        WritableRaster translated = at(samples, data, -3, 100);
        WritableRaster child = whole.createWritableChild(2, 1, 4, 3, 0, 0, null);
        WritableRaster moved = translated.createWritableChild(-2, 102, 5, 2, 40, -7, null);
        for (WritableRaster raster : new WritableRaster[] {whole, translated, child, moved}) {
            Oracle oracle = Oracle.of(raster, false);
            oracle.fill(raster, random);
            ImageLike wrapped = AwtImages.wrap(raster, mode);
            assertThat(wrapped.mode()).isEqualTo(mode);
            assertThat(wrapped.buffer().layout().isPresent()).as("memory").isEqualTo(memory);
            assertThat(wrapped.buffer().readOnly()).isFalse();
            oracle.check(wrapped, raster, random);
            assertThat(Images.to(wrapped, WritableRaster.class)).isSameAs(raster);
            if (!mode.hasAlpha()) {
                assertThat(Images.of(raster).mode()).isEqualTo(mode);
            }
        }
    }

    private static final ColorSpace RGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    private static ColorModel model(Mode mode, SampleModel samples, boolean premultiplied) {
        boolean alpha = mode.hasAlpha();
        int transparency = alpha ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE;
        if (samples instanceof SinglePixelPackedSampleModel packed) {
            int[] masks = packed.getBitMasks();
            int bits = DataBuffer.getDataTypeSize(samples.getDataType());
            return new DirectColorModel(
                    RGB,
                    bits,
                    masks[0],
                    masks[1],
                    masks[2],
                    alpha ? masks[3] : 0,
                    premultiplied,
                    samples.getDataType());
        }
        ColorSpace space = mode.components() < 3 ? ColorSpace.getInstance(ColorSpace.CS_GRAY) : RGB;
        return new ComponentColorModel(space, alpha, premultiplied, transparency, samples.getDataType());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rasters")
    void imagesOnThemAreLiveBothWays(String what, Mode mode, boolean memory, SampleModel samples, DataBuffer data) {
        boolean packedGrey = samples instanceof SinglePixelPackedSampleModel && samples.getNumBands() < 3;
        if (packedGrey || samples instanceof MultiPixelPackedSampleModel) {
            // no colour model but an indexed one goes with such rasters
            assertThat(new ComponentColorModel(RGB, false, false, ColorModel.OPAQUE, samples.getDataType())
                            .isCompatibleSampleModel(samples))
                    .isFalse();
            return;
        }
        SplittableRandom random = new SplittableRandom(what.hashCode());
        for (boolean premultiplied : mode.hasAlpha() ? new boolean[] {false, true} : new boolean[] {false}) {
            WritableRaster raster = at(samples, data, 0, 0);
            Oracle oracle = Oracle.of(raster, premultiplied);
            oracle.fill(raster, random);
            BufferedImage whole = new BufferedImage(model(mode, samples, premultiplied), raster, premultiplied, null);
            for (BufferedImage image : new BufferedImage[] {whole, whole.getSubimage(2, 1, 4, 3)}) {
                ImageLike wrapped = AwtImages.wrap(image);
                assertThat(wrapped.mode()).isEqualTo(mode);
                assertThat(wrapped.buffer().layout().isPresent()).as("memory").isEqualTo(memory);
                oracle.check(wrapped, image.getRaster(), random);
                assertThat(Images.to(wrapped, BufferedImage.class)).isSameAs(image);
            }
        }
    }

    @Test
    void onlyTheBitsOfTheColourModelCount() {
        WritableRaster raster = Raster.createInterleavedRaster(USHORT, 3, 2, 1, null);
        ColorModel twelveBits = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), new int[] {12}, false, false, ColorModel.OPAQUE, USHORT);
        ImageLike image = AwtImages.wrap(new BufferedImage(twelveBits, raster, false, null));
        Oracle oracle = new Oracle(new int[] {12}, false);

        assertThat(image.mode()).isEqualTo(Mode.L16);
        oracle.check(image, raster, new SplittableRandom(12));
        raster.setSample(0, 0, 0, 4095);
        assertThat(image.get(0, 0).value()).containsExactly(65535);
    }

    @Test
    void cmykIsFullInkAtItsMaximum() {
        ColorSpace cmyk = InkProfile.SPACE;
        for (int type : new int[] {BYTE, USHORT}) {
            WritableRaster raster = Raster.createInterleavedRaster(type, 3, 2, 4, null);
            ColorModel model = new ComponentColorModel(cmyk, false, false, ColorModel.OPAQUE, type);
            ImageLike image = AwtImages.wrap(new BufferedImage(model, raster, false, null));
            assertThat(image.mode()).isEqualTo(type == BYTE ? Mode.CMYK : Mode.CMYK64);
            Oracle.of(raster, false).check(image, raster, new SplittableRandom(type));
            ImageLike named = AwtImages.wrap(raster, type == BYTE ? Mode.CMYK : Mode.CMYK64);
            Oracle.of(raster, false).check(named, raster, new SplittableRandom(type));
        }
    }

    @Test
    void cmykAndRgbHaveTheProtocolsKernels() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 2000; i++) {
            float[] inks = new float[4];
            for (int c = 0; c < 4; c++) {
                inks[c] = random.nextInt(256) / 255f;
            }
            float[] rgb = InkProfile.SPACE.toRGB(inks);
            float[] back = InkProfile.SPACE.fromRGB(inks.clone());
            for (int c = 0; c < 3; c++) {
                assertThat(rgb[c]).isCloseTo((1 - inks[c]) * (1 - inks[3]), within(1.2f / 255));
                assertThat(back[c]).isCloseTo(1 - inks[c], within(2f / 255));
            }
            assertThat(back[3]).isLessThan(0.6f / 255);
        }
    }

    @Test
    void aRasterCanBeReadInAWiderMode() {
        WritableRaster raster = Raster.createInterleavedRaster(BYTE, 3, 2, 3, null);
        ImageLike image = AwtImages.wrap(raster, Mode.RGB48);
        Oracle.of(raster, false).check(image, raster, new SplittableRandom(48));
    }

    @ParameterizedTest
    @ValueSource(ints = {BYTE, USHORT, INT, DataBuffer.TYPE_SHORT, DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE})
    void aRasterThatIsNotWritableIsReadOnly(int type) {
        WritableRaster original = at(interleaved(type, 1, 7, 0));
        Raster raster = new Locked(original);
        boolean plain = type == BYTE || type == USHORT || type == INT;
        ImageLike image = plain ? AwtImages.wrap(raster) : AwtImages.wrap(raster, new Plane.Range(0, 65535));

        original.setSample(1, 1, 0, 99);

        assertThat(image.get(1, 1).value()).containsExactly(99);
        assertThat(image.buffer().readOnly()).isTrue();
        assertThatThrownBy(() -> image.set(0, 0, 1)).isInstanceOf(ReadOnlyImageException.class);
        assertThat(original.getSample(0, 0, 0)).isZero();
    }

    private static final class Locked extends Raster {
        Locked(Raster raster) {
            super(raster.getSampleModel(), raster.getDataBuffer(), new Point(0, 0));
        }
    }

    @Test
    void extraBandsOfARasterStayAsTheyAre() {
        WritableRaster raster = new Extra();
        int[] pixel = {1, 2, 3, 4, 5};
        raster.setPixel(1, 1, pixel);
        ColorModel model = new ComponentColorModel(RGB, false, false, ColorModel.OPAQUE, BYTE) {
            @Override
            public boolean isCompatibleRaster(Raster any) {
                return true;
            }
        };
        ImageLike image = AwtImages.wrap(new BufferedImage(model, raster, false, null));

        image.set(1, 1, 7, 8, 9);

        assertThat(raster.getPixel(1, 1, (int[]) null)).containsExactly(7, 8, 9, 4, 5);
    }

    private static final class Extra extends WritableRaster {
        Extra() {
            super(interleaved(BYTE, 5, 35, 0, 1, 2, 3, 4), new Point(0, 0));
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("5 bands", Raster.createInterleavedRaster(BYTE, 2, 2, 5, null), "5 bands"),
                Arguments.of(
                        "ints of several bands",
                        at(interleaved(INT, 3, 21, 0, 1, 2), new DataBufferInt(200), 0, 0),
                        "32"),
                Arguments.of("floats", at(interleaved(DataBuffer.TYPE_FLOAT, 1, 7, 0)), "floats"),
                Arguments.of("doubles", at(interleaved(DataBuffer.TYPE_DOUBLE, 1, 7, 0)), "doubles"),
                Arguments.of("signed shorts", at(interleaved(DataBuffer.TYPE_SHORT, 1, 7, 0)), "signed shorts"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWhatHasNoMode(String what, WritableRaster raster, String named) {
        assertThatThrownBy(() -> AwtImages.wrap(raster))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rasters")
    void A15_bandsAreNotTakenForAlpha(String what, Mode mode, boolean memory, SampleModel samples, DataBuffer data) {
        WritableRaster raster = at(samples, data, -3, 100).createWritableChild(-2, 102, 5, 2, 40, -7, null);
        Oracle.of(raster, false).fill(raster, new SplittableRandom(what.hashCode()));
        if (mode.hasAlpha()) {
            for (Raster same : new Raster[] {raster, new Locked(raster)}) {
                assertThatThrownBy(() -> AwtImages.wrap(same))
                        .isInstanceOf(UnsupportedImageException.class)
                        .hasMessageContaining("AwtImages.wrap(raster, Mode." + mode + ")")
                        .hasMessageContaining("AwtImages.channels(raster)")
                        .hasMessageEndingWith("[errors.md#channels-or-alpha]");
            }
        }

        if (what.equals("a sample model of somebody's own") && samples.getNumBands() > 1) {
            assertThatThrownBy(() -> AwtImages.channels(raster))
                    .isInstanceOf(UnsupportedImageException.class)
                    .hasMessageContaining("plane(name)");
            return;
        }
        List<ImageLike> channels = AwtImages.channels(raster);

        assertThat(channels).hasSize(samples.getNumBands());
        for (int band = 0; band < channels.size(); band++) {
            ImageLike channel = channels.get(band);
            int bits = samples.getSampleSize(band);
            long most = (1L << bits) - 1;
            assertThat(channel.mode()).isEqualTo(bits <= 8 ? Mode.L : bits <= 16 ? Mode.L16 : Mode.L32);
            for (int y = 0; y < 2; y++) {
                for (int x = 0; x < 5; x++) {
                    long sample = raster.getSample(40 + x, -7 + y, band) & most;
                    long expected =
                            bits == 32 ? sample : (sample * channel.mode().maxValue() + most / 2) / most;
                    assertThat(Integer.toUnsignedLong(channel.get(x, y).value()[0]))
                            .isEqualTo(expected);
                }
            }
            int before = raster.getSample(40, -7, (band + 1) % channels.size());
            channel.set(4, 1, (int) channel.mode().maxValue());
            assertThat(raster.getSample(44, -6, band) & most).isEqualTo(most);
            assertThat(raster.getSample(40, -7, (band + 1) % channels.size())).isEqualTo(before);
        }
    }

    @Test
    void A15_anyNumberOfBandsAreImages() {
        WritableRaster raster = Raster.createBandedRaster(USHORT, 3, 2, 7, null);
        raster.setSample(2, 1, 5, 40_000);
        assertThat(AwtImages.channels(raster)).hasSize(7);
        assertThat(AwtImages.channels(raster).get(5).get(2, 1).l()).isEqualTo(40_000);
        assertThat(AwtImages.channels(new Locked(raster)).get(5).buffer().readOnly())
                .isTrue();
        WritableRaster floats =
                Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_FLOAT, 3, 2, 2), null);
        floats.setSample(1, 1, 1, 0.5);
        assertThat(AwtImages.channels(floats, new Plane.Range(0, 1))
                        .get(1)
                        .get(1, 1)
                        .l())
                .isEqualTo(32768);
    }

    /** A raster does not keep the mode of what it was made of, so we do. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void A15_rastersComeBackAsThemselves(Mode mode) {
        if (!mode.planar()) {
            StandardImage image = StandardImage.of(mode, 3, 2);
            for (Copy copy : Copy.values()) {
                Raster raster = Images.transfer(image, Raster.class, copy).image();
                assertThat(Images.sameContent(Images.of(raster), image)).isTrue();
            }
        }
    }

    @Test
    void refusesModesThatTheRasterIsNot() {
        WritableRaster raster = Raster.createInterleavedRaster(USHORT, 2, 2, 3, null);
        assertThatThrownBy(() -> AwtImages.wrap(raster, Mode.CMYK64))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("3 bands");
        assertThatThrownBy(() -> AwtImages.wrap(raster, Mode.RGB))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("16 bits");
        assertThatThrownBy(() -> AwtImages.wrap(raster, Mode.YV12))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("planar");
    }

    @Test
    void refusesColourSpacesThatHaveNoMode() {
        ColorModel xyz = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_CIEXYZ), false, false, ColorModel.OPAQUE, BYTE);
        BufferedImage image = new BufferedImage(xyz, xyz.createCompatibleWritableRaster(2, 2), false, null);
        assertThatThrownBy(() -> AwtImages.wrap(image))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("ColorConvertOp");
        assertThat(AwtImages.wrap(image.getRaster()).mode()).isEqualTo(Mode.RGB);
    }

    @Test
    void refusesCmykWithAlpha() {
        ColorModel cmyka = new ComponentColorModel(InkProfile.SPACE, true, false, ColorModel.TRANSLUCENT, BYTE);
        BufferedImage image = new BufferedImage(cmyka, cmyka.createCompatibleWritableRaster(2, 2), false, null);
        assertThatThrownBy(() -> AwtImages.wrap(image))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("CMYK with alpha");
        WritableRaster ink = image.getRaster().createWritableChild(0, 0, 2, 2, 0, 0, new int[] {0, 1, 2, 3});
        Oracle.of(ink, false).check(AwtImages.wrap(ink, Mode.CMYK), ink, new SplittableRandom(4));
    }

    @Test
    void refusesARasterWhoseArrayIsTooSmall() {
        byte[] array = new byte[30];
        // the class that AWT makes of it checks nothing
        SampleModel banded = new BandedSampleModel(BYTE, 7, 5, 7, new int[] {0, 0}, new int[] {0, 20});
        WritableRaster raster = new Unchecked(banded, new DataBufferByte(array, array.length));
        assertThatThrownBy(() -> AwtImages.wrap(raster, Mode.LA))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("does not fit its data buffer")
                .hasMessageContaining("0 to 34");
    }

    private static final class Unchecked extends WritableRaster {
        Unchecked(SampleModel samples, DataBuffer data) {
            super(samples, data, new Point(0, 0));
        }
    }

    @Test
    void aFieldWithoutBitsIsRefused() {
        ColorModel noGreen = new DirectColorModel(24, 0xff0000, 0, 0xff);
        WritableRaster raster = Raster.createPackedRaster(INT, 2, 2, new int[] {0xff0000, 0, 0xff}, null);
        BufferedImage image = new BufferedImage(noGreen, raster, false, null);
        assertThatThrownBy(() -> AwtImages.wrap(image)).isInstanceOf(UnsupportedImageException.class);
    }
}
