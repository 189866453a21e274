package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.imageop.outside.MinimalImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Images that are large enough for several cores give the same samples as in one thread. A source of single bytes
 * stays in the caller's thread.
 */
@Tag("proof")
class BandedResultTest {

    static Stream<Mode> modes() {
        return Stream.of(Mode.values());
    }

    @ParameterizedTest
    @MethodSource("modes")
    void convertsTheSameInBandsAndInOneThread(Mode from) {
        StandardImage source = large(from, 402, 804);
        MinimalImage oneThread = MinimalImage.copyOf(source);
        for (Mode to : Mode.values()) {
            assertThat(Images.sameContent(StandardImage.from(source, to), StandardImage.from(oneThread, to)))
                    .as("%s to %s", from, to)
                    .isTrue();
        }
    }

    record Size(int width, int height) {}

    static Stream<Object[]> resizes() {
        // shorter, much shorter, longer, one axis each way, one axis only
        Size[] sizes = {
            new Size(270, 470),
            new Size(50, 14),
            new Size(430, 1006),
            new Size(132, 1104),
            new Size(402, 1006),
            new Size(402, 202)
        };
        return Stream.of(Mode.values()).flatMap(mode -> Stream.of(sizes).map(size -> new Object[] {mode, size}));
    }

    @ParameterizedTest
    @MethodSource("resizes")
    void resizesTheSameInBandsAndInOneThread(Mode mode, Size to) {
        StandardImage source = large(mode, 402, 804);
        MinimalImage oneThread = MinimalImage.copyOf(source);
        for (Filter filter : new Filter[] {Filter.LANCZOS, Filter.NEAREST}) {
            assertThat(Images.sameContent(
                            StandardImage.from(source, to.width, to.height, filter),
                            StandardImage.from(oneThread, to.width, to.height, filter)))
                    .as("%s", filter)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void resizesAndConvertsTheSameInBandsAndInOneThread(Mode from) {
        StandardImage source = large(from, 402, 804);
        MinimalImage oneThread = MinimalImage.copyOf(source);
        for (Mode to : new Mode[] {Mode.L16, Mode.LA, Mode.RGB48, Mode.YV12, Mode.CMYK}) {
            for (int height : new int[] {602, 1006}) {
                assertThat(Images.sameContent(
                                StandardImage.from(source, to, 302, height),
                                StandardImage.from(oneThread, to, 302, height)))
                        .as("%s, height %d", to, height)
                        .isTrue();
            }
        }
    }

    private static StandardImage large(Mode mode, int width, int height) {
        return Samples.image(mode, width, height, Samples.random(mode, width, height, new SplittableRandom(4)));
    }
}
