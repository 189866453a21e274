package org.imageop.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.junit.jupiter.api.Test;

/** The contract of layouts on bytes in the order blue, green, red, in padded rows; and on wrong descriptions of them. */
class LayoutProofTest extends LayoutContract {
    private interface Description {
        PixelLayout of(ByteBuffer bytes, int width, int height, int stride);
    }

    private record Source(Description description) implements LayoutSource {
        @Override
        public Set<Mode> modes() {
            return EnumSet.of(Mode.RGB);
        }

        @Override
        public Optional<Described> layout(Mode mode, int width, int height) {
            if (mode != Mode.RGB) {
                return Optional.empty();
            }
            mode.length(width, height);
            int stride = 3 * width + 5;
            byte[] bytes = new byte[stride * height + 8];
            return Optional.of(new Described(
                    description.of(ByteBuffer.wrap(bytes), width, height, stride), new Memory() {
                        @Override
                        public int get(int component, int x, int y) {
                            return bytes[y * stride + 3 * x + 2 - component] & 0xff;
                        }

                        @Override
                        public void set(int component, int x, int y, int value) {
                            bytes[y * stride + 3 * x + 2 - component] = (byte) value;
                        }
                    }));
        }
    }

    private static PixelLayout layout(ByteBuffer bytes, int width, int height, int first, int step, int stride) {
        return PixelLayout.of(
                Mode.RGB,
                width,
                height,
                AlphaType.OPAQUE,
                Plane.of(bytes, first, 3, stride),
                Plane.of(bytes, first + step, 3, stride),
                Plane.of(bytes, first + 2L * step, 3, stride));
    }

    @Override
    public Set<Mode> modes() {
        return EnumSet.of(Mode.RGB);
    }

    @Override
    public Optional<Described> layout(Mode mode, int width, int height) {
        return new Source((bytes, w, h, stride) -> layout(bytes, w, h, 2, -1, stride)).layout(mode, width, height);
    }

    private static void onlyFails(String rule, Description description) {
        assertThat(new LayoutKit(new Source(description))
                        .run().stream()
                                .filter(result -> result.outcome() == Result.Outcome.FAILED)
                                .map(Result::rule)
                                .distinct())
                .containsExactly(rule);
    }

    @Test
    void L2_componentsInAnotherOrderAreFound() {
        onlyFails("L-2", (bytes, w, h, stride) -> layout(bytes, w, h, 0, 1, stride));
    }

    @Test
    void L2_aLineStrideWithoutPaddingIsFound() {
        onlyFails("L-2", (bytes, w, h, stride) -> layout(bytes, w, h, 2, -1, 3 * w));
    }

    @Test
    void L1_anotherSizeIsFound() {
        assertThat(new LayoutKit(new Source((bytes, w, h, stride) ->
                                layout(bytes, w, h, 2, -1, stride).transpose()))
                        .checks())
                .filteredOn(check ->
                        check.rule().id().equals("L-1") && check.shape().width() == 7)
                .allSatisfy(check -> assertThat(check.run().outcome()).isEqualTo(Result.Outcome.FAILED))
                .hasSize(1);
    }
}
