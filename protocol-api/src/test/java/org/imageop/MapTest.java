package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import org.junit.jupiter.api.Test;

class MapTest {

    /** Every sample of the model replaced; the function gets the component and the unsigned value. */
    private static Model mapped(Subject subject, LongBinaryOperator function) {
        Model result = subject.model().copy();
        for (int c = 0; c < result.components(); c++) {
            for (int[] row : result.samples[c]) {
                for (int x = 0; x < row.length; x++) {
                    row[x] = (int) function.applyAsLong(c, row[x] & 0xffff_ffffL);
                }
            }
        }
        return subject.stored(result);
    }

    @Each.WritableImage
    void P29_oneFunctionServesAllComponents(Fixture fixture) {
        Subject subject = fixture.make();
        long max = Model.max(fixture.mode()) & 0xffff_ffffL;
        subject.image().map(v -> max - v);
        subject.expect(mapped(subject, (c, v) -> max - v));
    }

    @Each.WritableImage
    void P29_oneFunctionForEachComponentInOrder(Fixture fixture) {
        Subject subject = fixture.make();
        DoubleUnaryOperator[] functions =
                new DoubleUnaryOperator[subject.model().components()];
        Arrays.setAll(functions, c -> v -> 10 * c + 3);
        subject.image().map(functions);
        subject.expect(mapped(subject, (c, v) -> 10 * c + 3));
    }

    @Each.WritableImage
    void P30_everySampleIsReplacedInPlace(Fixture fixture) throws NoSuchMethodException {
        Subject subject = fixture.make();
        subject.image().map(v -> (v + 1) % 251);
        subject.expect(mapped(subject, (c, v) -> (v + 1) % 251));
        assertThat(ImageLike.class.getMethod("map", DoubleUnaryOperator[].class).getReturnType())
                .isEqualTo(void.class);
    }

    @Test
    void P31_AMB1_resultsAreRoundedToNearestTiesUpwards() {
        double[] results = {0.49999999999999994, 0.5, 1.5, 2.5, -0.5, 254.5, 3.49};
        int[] expected = {0, 1, 2, 3, 0, 255, 3};
        for (Mode mode : List.of(Mode.L, Mode.L16, Mode.L32)) {
            for (int i = 0; i < results.length; i++) {
                StandardImage image = StandardImage.of(mode, 1, 1);
                double result = results[i];
                image.map(v -> result);
                assertThat(image.get(0, 0).l()).as("%s %s", mode, result).isEqualTo(expected[i]);
            }
        }
        StandardImage wide = StandardImage.of(Mode.L32, 1, 1);
        wide.map(v -> 4294967294.5);
        assertThat(wide.get(0, 0).getLong(0)).isEqualTo(4294967295L);
    }

    @Each.WritableImage
    void AMB1_NaNIsAnErrorAndTheImageUnchanged(Fixture fixture) {
        Subject subject = fixture.make();
        int samples = subject.model().samples[0][0][0];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subject.image().map(v -> v == (samples & 0xffff_ffffL) ? Double.NaN : 1))
                .withMessageContaining("NaN")
                .withMessageContaining("" + (samples & 0xffff_ffffL))
                .withMessageContaining("unchanged");
        subject.expect(subject.model());
    }

    @Each.WritableImage
    void P32_resultsAreClippedToWhatCanBeStoredNotToIntervals(Fixture fixture) {
        long max = Model.max(fixture.mode()) & 0xffff_ffffL;
        double[] results = {-1, -0.51, max + 0.5, max + 1.0, 1e300, -1e300, 1.0 / 0, -1.0 / 0};
        for (double result : results) {
            Subject subject = fixture.make();
            subject.image().map(v -> result);
            subject.expect(mapped(subject, (c, v) -> result < 0 ? 0 : max));
        }
    }

    @Each.WritableImage
    void P33_AMB2_functionsGetIntegersThatOccurAndEachOnce(Fixture fixture) {
        Subject subject = fixture.make();
        List<Double> asked = new ArrayList<>();
        subject.image().map(v -> {
            asked.add(v);
            // nothing may be written before all is known
            assertThat(subject.memory().get().samples).isDeepEqualTo(subject.model().samples);
            return 0;
        });
        Set<Double> occurring = new HashSet<>();
        for (int[][] plane : subject.model().samples) {
            for (int[] row : plane) {
                for (int sample : row) {
                    occurring.add((double) (sample & 0xffff_ffffL));
                }
            }
        }
        assertThat(new HashSet<>(asked)).isEqualTo(occurring);
        if (fixture.mode() != Mode.L32) {
            assertThat(asked).doesNotHaveDuplicates();
        }
    }

    @Each.WritableImage
    void AMB2_aFunctionThatThrowsLeavesTheImageUnchanged(Fixture fixture) {
        Subject subject = fixture.make();
        int[] calls = {0};
        Set<Integer> distinct = new HashSet<>();
        for (int[] row : subject.model().samples[subject.model().components() - 1]) {
            Arrays.stream(row).forEach(distinct::add);
        }
        DoubleUnaryOperator[] functions =
                new DoubleUnaryOperator[subject.model().components()];
        Arrays.fill(functions, (DoubleUnaryOperator) v -> 0);
        functions[functions.length - 1] = v -> {
            if (++calls[0] == distinct.size()) {
                throw new ArithmeticException("on the last value");
            }
            return 0;
        };
        assertThatThrownBy(() -> subject.image().map(functions)).isInstanceOf(ArithmeticException.class);
        subject.expect(subject.model());
    }

    @Each.WritableImage
    void AMB13_anotherNumberOfFunctionsIsAnError(Fixture fixture) {
        Subject subject = fixture.make();
        for (int count : new int[] {0, 2, 3, 4, 5}) {
            if (count == subject.model().components()) {
                continue;
            }
            DoubleUnaryOperator[] functions = new DoubleUnaryOperator[count];
            Arrays.fill(functions, (DoubleUnaryOperator) v -> 0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> subject.image().map(functions))
                    .withMessageContaining(" of " + fixture.mode())
                    .withMessageContaining(", not " + count);
        }
        assertThatThrownBy(() -> subject.image().map((DoubleUnaryOperator) null))
                .isInstanceOf(NullPointerException.class);
        subject.expect(subject.model());
    }

    @Each.WritableImage
    void P38_P39_clipLimitsYV12AndNothingElse(Fixture fixture) {
        Subject subject = fixture.make();
        subject.image().clip();
        if (fixture.mode() == Mode.YV12) {
            subject.expect(mapped(subject, (c, v) -> Math.max(16, Math.min(c == 0 ? 235 : 240, v))));
        } else {
            subject.expect(subject.model());
        }
    }

    @Each.ReadOnlyImage
    void readOnlyImagesRefuseMapAndClip(Fixture fixture) {
        Subject subject = fixture.make();
        assertThatThrownBy(() -> subject.image().map(v -> v))
                .isInstanceOf(ReadOnlyImageException.class)
                .hasMessageContaining(fixture.mode() + " image is read-only");
        if (fixture.mode() == Mode.YV12) {
            assertThatThrownBy(() -> subject.image().clip()).isInstanceOf(ReadOnlyImageException.class);
        } else {
            subject.image().clip();
        }
        subject.expect(subject.model());
    }
}
