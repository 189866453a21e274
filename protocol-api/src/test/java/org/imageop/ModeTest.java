package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModeTest {
    /** The table of the PEP, as it stands there. */
    private static final String TABLE = """
            L;         L;         1; l;       8;  1; no;  1; 4;  307200;  0..255
            L16;       L16;       1; l;       16; 2; no;  1; 8;  614400;  0..65535
            L32;       I;         1; l;       32; 4; no;  1; 16; 1228800; 0..4294967295
            LA;        LA;        2; l,a;     8;  2; no;  1; 8;  614400;  0..255
            LA32;      LA32;      2; l,a;     16; 4; no;  1; 16; 1228800; 0..65535
            RGB;       RGB;       3; r,g,b;   8;  3; no;  1; 12; 921600;  0..255
            RGB48;     RGB48;     3; r,g,b;   16; 6; no;  1; 24; 1843200; 0..65535
            RGBA;      RGBA;      4; r,g,b,a; 8;  4; no;  1; 16; 1228800; 0..255
            RGBA64;    RGBA64;    4; r,g,b,a; 16; 8; no;  1; 32; 2457600; 0..65535
            YV12;      YV12;      3; y,cr,cb; 8;  0; yes; 2; 6;  460800;  16..235,16..240,16..240
            JPEG_YV12; JPEG_YV12; 3; y,cr,cb; 8;  0; yes; 2; 6;  460800;  0..255
            CMYK;      CMYK;      4; c,m,y,k; 8;  4; no;  1; 16; 1228800; 0..255
            CMYK64;    CMYK64;    4; c,m,y,k; 16; 8; no;  1; 32; 2457600; 0..65535
            """;

    private static String[] row(Mode mode) {
        return TABLE.lines()
                .map(line -> line.split(";\\s*"))
                .filter(cells -> cells[0].equals(mode.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void P1_thereAreThirteenModesEachAConstant() {
        assertThat(Mode.MODES).hasSize(13).containsExactlyInAnyOrder(Mode.values());
        assertThat(TABLE.lines().map(line -> Mode.of(line.substring(0, line.indexOf(';')))))
                .containsExactly(
                        Mode.L,
                        Mode.L16,
                        Mode.L32,
                        Mode.LA,
                        Mode.LA32,
                        Mode.RGB,
                        Mode.RGB48,
                        Mode.RGBA,
                        Mode.RGBA64,
                        Mode.YV12,
                        Mode.JPEG_YV12,
                        Mode.CMYK,
                        Mode.CMYK64);
        assertThatThrownBy(() -> Mode.MODES.remove(Mode.L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Each.Image
    void P2_everyImageIsInOneOfTheModes(Fixture fixture) {
        assertThat(fixture.make().image().mode()).isSameAs(fixture.mode()).isIn(Mode.MODES);
    }

    @ParameterizedTest
    @EnumSource
    void P3_P6_attributesAreThoseOfTheTable(Mode mode) {
        String[] row = row(mode);
        assertThat(mode.components()).isEqualTo(Integer.parseInt(row[2]));
        assertThat(mode.componentNames()).containsExactly(row[3].split(","));
        assertThat(mode.bitsPerComponent()).isEqualTo(Integer.parseInt(row[4]));
        assertThatThrownBy(() -> mode.componentNames().set(0, "z")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(mode.maxValue()).isEqualTo((1L << mode.bitsPerComponent()) - 1);
        assertThat(mode.hasAlpha()).isEqualTo(row[3].endsWith("a"));
        for (int c = 0; c < mode.components(); c++) {
            assertThat(mode.componentIndex(row[3].split(",")[c])).isEqualTo(c);
        }
    }

    @ParameterizedTest
    @EnumSource
    void P4_componentsHaveAtLeast8Bits(Mode mode) {
        assertThat(mode.bitsPerComponent()).isIn(8, 16, 32);
        assertThat(mode.name()).isNotIn("P", "PA", "1");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"YV12", "JPEG_YV12"},
            mode = EnumSource.Mode.EXCLUDE)
    void P5_aTrailingNumberIsTheBitsPerPixel(Mode mode) {
        String digits = mode.name().replaceAll("\\D", "");
        int bits = mode.components() * mode.bitsPerComponent();
        assertThat(bits).isEqualTo(digits.isEmpty() ? 8 * mode.components() : Integer.parseInt(digits));
    }

    @ParameterizedTest
    @EnumSource
    void P7_AMB8_bytesPerPixelExistForNonPlanarModes(Mode mode) {
        int expected = Integer.parseInt(row(mode)[5]);
        if (expected > 0) {
            assertThat(mode.bytesPerPixel()).isEqualTo(expected);
        } else {
            assertThatThrownBy(mode::bytesPerPixel)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining(mode.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void P8_planarAreTheSubsampledModes(Mode mode) {
        assertThat(mode.planar()).isEqualTo(row(mode)[6].equals("yes"));
    }

    @ParameterizedTest
    @EnumSource
    void P9_subsamplingHasAPairForEachComponent(Mode mode) {
        Mode.Subsampling whole = new Mode.Subsampling(1, 1);
        Mode.Subsampling quarter = new Mode.Subsampling(2, 2);
        List<Mode.Subsampling> expected = row(mode)[6].equals("yes")
                ? List.of(whole, quarter, quarter)
                : Arrays.stream(row(mode)[3].split(",")).map(c -> whole).toList();
        assertThat(mode.subsampling()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void P10_divisorsAreTheLargestOfTheSubsampling(Mode mode) {
        int divisor = Integer.parseInt(row(mode)[7]);
        assertThat(mode.xDivisor()).isEqualTo(divisor);
        assertThat(mode.yDivisor()).isEqualTo(divisor);
        for (int[] size : new int[][] {{3, 2}, {2, 3}, {3, 3}}) {
            if (divisor == 2) {
                assertThatIllegalArgumentException().isThrownBy(() -> StandardImage.of(mode, size[0], size[1]));
            } else {
                assertThat(StandardImage.of(mode, size[0], size[1]).width()).isEqualTo(size[0]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void P11_P16_intervalsIncludeBothEnds(Mode mode) {
        String[] given = row(mode)[10].split(",");
        String[] expected = new String[mode.components()];
        Arrays.setAll(expected, c -> given[given.length == 1 ? 0 : c]);
        assertThat(mode.intervals().stream().map(i -> i.min() + ".." + i.max())).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void P12_lengthIsTheNumberOfBytes(Mode mode) {
        assertThat(mode.length(2, 2)).isEqualTo(Long.parseLong(row(mode)[8]));
        assertThat(mode.length(640, 480)).isEqualTo(Long.parseLong(row(mode)[9]));
        assertThat(mode.length(new ImageSize(640, 480))).isEqualTo(Long.parseLong(row(mode)[9]));
        assertThat(mode.length(100_000, 100_000)).isEqualTo(Long.parseLong(row(mode)[8]) * 50_000L * 50_000L);
    }

    @Test
    void P12_lengthsBeyondALongAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mode.RGBA64.length(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .withMessageContaining("2147483647×2147483647");
        assertThat(Mode.L.length(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(4611686014132420609L);
        assertThat(Mode.YV12.length(2147483646, 2147483646)).isEqualTo(6917529014756179974L);
    }

    @ParameterizedTest
    @EnumSource
    void P13_valueIsTheNameExceptForL32(Mode mode) {
        assertThat(mode.value()).isEqualTo(row(mode)[1]);
        assertThat(Mode.of(mode.value())).isSameAs(mode);
        assertThat(Mode.of(mode.name())).isSameAs(mode);
    }

    @Test
    void P13_unknownNamesAreRefused() {
        for (String name : new String[] {"", "rgb", "P", "RGB ", "L8"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Mode.of(name))
                    .withMessageContaining("\"" + name + "\"")
                    .withMessageContaining("JPEG_YV12");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LA", "LA32", "RGBA", "RGBA64"})
    void P14_alphaZeroIsTransparentAndTheLargestValueOpaque(Mode mode) {
        int alpha = mode.components() - 1;
        assertThat(StandardImage.of(mode, 1, 1).get(0, 0).get(alpha)).isZero();
        assertThat(StandardImage.from(StandardImage.of(Mode.L, 1, 1), mode)
                        .get(0, 0)
                        .getLong(alpha))
                .isEqualTo(mode.maxValue());
        assertThat(mode.black()[alpha]).isEqualTo((int) mode.maxValue());
    }

    @Each.PlanarImage
    void P15_planesFollowEachOtherAsYCrCb(Fixture fixture) {
        Subject subject = fixture.make();
        Model model = subject.model();
        int luma = model.width * model.height;
        ImageBuffer buffer = subject.image().buffer();
        assertThat(buffer.get(0)).isEqualTo(model.samples[0][0][0]);
        assertThat(buffer.get(luma - 1)).isEqualTo(model.samples[0][model.height - 1][model.width - 1]);
        assertThat(buffer.get(luma)).isEqualTo(model.samples[1][0][0]);
        assertThat(buffer.get(luma * 5L / 4)).isEqualTo(model.samples[2][0][0]);
        assertThat(buffer.get(luma * 3L / 2 - 1))
                .isEqualTo(model.samples[2][model.height / 2 - 1][model.width / 2 - 1]);
    }

    @ParameterizedTest
    @CsvSource({"YV12, 3, 2", "JPEG_YV12, 2, 3", "YV12, 0, 2", "L, 0, 1", "L, 1, 0", "RGB, -1, 1", "RGB, 1, -5"})
    void AMB4_lengthOfAnImpossibleSizeIsAnError(Mode mode, int width, int height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mode.length(width, height))
                .withMessageContaining(mode.name())
                .withMessageContaining(width + "×" + height);
    }

    @Test
    void AMB19_aSizeHasTwoItems() throws NoSuchMethodException {
        // in Java the compiler sees to it: there is no method that takes another number of integers
        assertThat(Arrays.stream(Mode.class.getMethods())
                        .filter(method -> method.getName().equals("length"))
                        .map(method -> List.of(method.getParameterTypes())))
                .containsExactlyInAnyOrder(List.of(int.class, int.class), List.of(ImageSize.class));
        assertThat(ImageSize.class.getConstructors()).hasSize(1);
        assertThat(ImageSize.class.getConstructor(int.class, int.class)).isNotNull();
    }

    @Test
    void AMB5_blackIsABlackThatConvertsToBlack() {
        for (Mode mode : Mode.values()) {
            StandardImage rgb = StandardImage.from(StandardImage.filled(mode, 2, 2, mode.black()), Mode.RGB);
            assertThat(rgb.get(0, 0).value()).as(mode.name()).containsExactly(0, 0, 0);
        }
    }
}
