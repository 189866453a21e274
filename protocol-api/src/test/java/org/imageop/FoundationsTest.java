package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Copying from samples that are computed from others, by the foundations that their rows name. */
class FoundationsTest {
    private static final int H = 6;

    private final byte[] array = {1, 2, 3, 4, 5, 6};
    private final StandardImage image = StandardImage.wrap(Mode.L, 1, H, array);

    /** The image upside down, computed; its foundations name the image. */
    private class Turned implements SampleRows {
        @Override
        public void read(int x, int y, int count, int[] samples, int offset) {
            samples[offset] = image.get(0, H - 1 - y).l();
        }
    }

    private SampleRows madeOf(Object base) {
        return new Turned() {
            @Override
            public List<?> foundations() {
                return List.of(base);
            }
        };
    }

    private SampleRows madeOfAll(List<?> bases) {
        return new Turned() {
            @Override
            public List<?> foundations() {
                return bases;
            }
        };
    }

    private static ImageLike computed(SampleRows rows) {
        return StandardImage.wrapping(new Object(), Mode.L, 1, H, rows);
    }

    private void turns(SampleRows source) {
        Images.copy(computed(source), image);
        assertThat(array).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void S9_samplesMadeOfAnArrayBelongToTheImagesOnIt() {
        turns(madeOf(array));
    }

    @Test
    void S9_samplesMadeOfAnImageBelongToItsMemory() {
        turns(madeOf(Views.crop(image, 0, 2, 1, 2)));
    }

    @Test
    void S9_samplesMadeOfRowsBelongToTheirMemory() {
        turns(madeOf(Images.rows(Views.flipTopBottom(image))));
    }

    @Test
    void S9_samplesMadeOfABufferBelongToItsArray() {
        turns(madeOf(ByteBuffer.wrap(array, 2, 1).slice()));
    }

    @Test
    void S9_samplesMadeOfAReadOnlyBufferMayBelongToAnyArray() {
        turns(madeOf(ByteBuffer.wrap(array).asReadOnlyBuffer()));
    }

    @Test
    void S9_samplesMadeOfAnArrayMayBelongToAReadOnlyImage() {
        ImageLike source = StandardImage.wrap(
                PixelLayout.of(Mode.L, 1, H, ByteBuffer.wrap(array).asReadOnlyBuffer()));
        SampleRows target = new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {
                samples[offset] = array[y];
            }

            @Override
            public void write(int x, int y, int count, int[] samples, int offset) {
                array[y] = (byte) samples[offset];
            }

            @Override
            public boolean readOnly() {
                return false;
            }

            @Override
            public List<?> foundations() {
                return List.of(array);
            }
        };

        Images.copy(Views.flipTopBottom(source), computed(target));

        assertThat(array).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void S9_samplesMadeOfSeveralThingsBelongToEach() {
        turns(madeOfAll(List.of(new Object(), new int[3], array)));
    }

    @Test
    void S9_samplesMadeOfAComputedImageBelongToWhatThatIsMadeOf() {
        turns(madeOf(computed(madeOf(image))));
    }

    @Test
    void rowsMayNameTheImageThatTheyAreOf() {
        List<Object> self = new ArrayList<>();
        SampleRows rows = madeOfAll(self);
        self.add(StandardImage.wrapping(self, Mode.L, 1, H, rows));

        Images.copy(computed(rows), StandardImage.of(Mode.L, 1, H));
    }
}
