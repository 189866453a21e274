package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {

    private static List<Long> positions(Slice slice, long length) {
        Slice.Selection selection = slice.on(length);
        List<Long> positions = new ArrayList<>();
        for (long k = 0; k < selection.count(); k++) {
            positions.add(selection.at(k));
        }
        return positions;
    }

    /**
     * Another road to the same positions: walk along the whole number line, keep what lies on the axis. A start beyond
     * the axis enters it at its edge, as P-56 clamps it.
     */
    private static List<Long> walked(String start, String stop, int step, int length) {
        int first = start.isEmpty() ? (step > 0 ? 0 : length - 1) : fromStart(start, length);
        int end = stop.isEmpty() ? (step > 0 ? length : -1) : fromStart(stop, length);
        first = step > 0 ? Math.max(first, 0) : Math.min(first, length - 1);
        List<Long> positions = new ArrayList<>();
        for (int p = first; step > 0 ? p < end : p > end; p += step) {
            if (p >= 0 && p < length) {
                positions.add((long) p);
            }
        }
        return positions;
    }

    private static int fromStart(String position, int length) {
        int p = Integer.parseInt(position);
        if (p < 0) {
            p += length;
            return Math.max(p, -1);
        }
        return p;
    }

    @Test
    void P54_anOmittedStepIsOneAndZeroIsAnError() {
        assertThat(positions(Slice.of(1, 4), 5)).containsExactly(1L, 2L, 3L);
        assertThat(Slice.parse("1:4:")).isEqualTo(Slice.of(1, 4)).isEqualTo(Slice.of(1, 4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Slice.of(1, 4, 0)).withMessageContaining("step");
        assertThatIllegalArgumentException().isThrownBy(() -> Slice.parse("::0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Slice.ALL.by(0));
    }

    @Test
    void P55_defaultsDependOnTheDirection() {
        assertThat(positions(Slice.ALL, 4)).containsExactly(0L, 1L, 2L, 3L);
        assertThat(positions(Slice.ALL.by(-1), 4)).containsExactly(3L, 2L, 1L, 0L);
        assertThat(positions(Slice.from(2), 4)).containsExactly(2L, 3L);
        assertThat(positions(Slice.from(2).by(-1), 4)).containsExactly(2L, 1L, 0L);
        assertThat(positions(Slice.to(2), 4)).containsExactly(0L, 1L);
        assertThat(positions(Slice.to(2).by(-1), 4)).containsExactly(3L);
        // -1 as a literal is the last position, not "before the first"
        assertThat(positions(Slice.of(3, -1, -1), 4)).isEmpty();
    }

    @Test
    void P56_positionsBeyondTheAxisAreClamped() {
        assertThat(positions(Slice.of(-100, 100), 3)).containsExactly(0L, 1L, 2L);
        assertThat(positions(Slice.of(100, -100, -1), 3)).containsExactly(2L, 1L, 0L);
        assertThat(positions(Slice.of(Long.MIN_VALUE, Long.MAX_VALUE), 2)).containsExactly(0L, 1L);
        assertThat(positions(Slice.of(Long.MAX_VALUE, Long.MIN_VALUE, -1), 2)).containsExactly(1L, 0L);
        assertThat(positions(Slice.of(-6, -2), 8)).containsExactly(2L, 3L, 4L, 5L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 6})
    void P57_everySliceOfAShortAxisIsWhatAWalkAlongItFinds(int length) {
        List<String> bounds = new ArrayList<>(List.of(""));
        for (int p = -length - 3; p <= length + 3; p++) {
            bounds.add(String.valueOf(p));
        }
        for (String start : bounds) {
            for (String stop : bounds) {
                for (int step : new int[] {-7, -3, -2, -1, 1, 2, 3, 7}) {
                    String text = start + ":" + stop + ":" + step;
                    assertThat(positions(Slice.parse(text), length))
                            .as(text)
                            .isEqualTo(walked(start, stop, step, length));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 9223372036854775807, 9223372036854775807, 5, 1",
        "9223372036854775807, -9223372036854775808, -9223372036854775808, 5, 1",
        "-9223372036854775808, 9223372036854775807, 1, 9223372036854775807, 9223372036854775807",
        "0, 9223372036854775807, 2, 9223372036854775807, 4611686018427387904",
        "9223372036854775807, -9223372036854775808, -1, 9223372036854775807, 9223372036854775807",
        "-1, 0, -2147483648, 2147483647, 1"
    })
    void P57_countsDoNotOverflow(long start, long stop, long step, long length, long count) {
        assertThat(Slice.of(start, stop, step).on(length).count()).isEqualTo(count);
    }

    @Test
    void P58_selectedPositionsAreIndexedFromZero() {
        Slice.Selection selection = Slice.of(1, 4).on(9);
        assertThat(selection.at(2)).isEqualTo(3);
        for (long k : new long[] {-1, 3, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> selection.at(k)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Slice.ALL.on(-1)).withMessageContaining("-1");
    }

    @Test
    void P59_negativeStepsMirror() {
        assertThat(positions(Slice.parse("::-1"), 3)).containsExactly(2L, 1L, 0L);
        assertThat(positions(Slice.parse("::-2"), 4)).containsExactly(3L, 1L);
    }

    @Test
    void parsesWhatItPrints() {
        for (String text :
                List.of(":", "1:", ":1", "-6:-2", "::-1", "1:9:3", "-9223372036854775808:9223372036854775807")) {
            assertThat(Slice.parse(text)).hasToString(text).isEqualTo(Slice.parse(" " + text.replace(":", " : ")));
            assertThat(Slice.parse(text)).hasSameHashCodeAs(Slice.parse(text));
        }
        assertThat(Slice.of(1, 2))
                .isNotEqualTo(Slice.of(1, 3))
                .isNotEqualTo(Slice.of(1, 2, 2))
                .isNotEqualTo("1:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "1:2:3:4", "a:b", "1.5:2", "1:2:x", "9223372036854775808:", "None:None"})
    void rejectsWhatIsNoSlice(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slice.parse(text))
                .withMessageContaining("\"" + text + "\" is no slice");
    }
}
