package org.imageop.examples.imagej;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.tck.ImageContract;
import org.junit.jupiter.api.Nested;

/** The images that processors of whole numbers become; floats below. */
class ImageProcessorTest extends ImageContract {
    @Override
    public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
        if (!modes().contains(mode) || width < 1 || height < 1) {
            return Optional.empty();
        }
        ImageProcessor processor = switch (mode) {
            case L -> new ByteProcessor(width, height);
            case L16 -> new ShortProcessor(width, height);
            default -> new ColorProcessor(width, height);
        };
        return Optional.of(Images.of(processor));
    }

    @Override
    public Set<Mode> modes() {
        return EnumSet.of(Mode.L, Mode.L16, Mode.RGB);
    }

    @Nested
    class FloatTest extends ImageContract {
        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            if (mode != Mode.L16 || width < 1 || height < 1) {
                return Optional.empty();
            }
            ImageProcessor processor = new FloatProcessor(width, height);
            processor.setMinAndMax(-1000, 4000);
            return Optional.of(Images.of(processor));
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(Mode.L16);
        }
    }
}
