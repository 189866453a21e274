package org.imageop.examples.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC4;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.tck.ImageContract;
import org.junit.jupiter.api.Nested;

/** The images that Mats become: whole ones here, of other kinds below. */
class MatTest extends ImageContract {
    @Override
    public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
        return modes().contains(mode) && width > 0 && height > 0
                ? Optional.of(Images.of(new Mat(height, width, MatAdapterTest.type(mode))))
                : Optional.empty();
    }

    @Override
    public Set<Mode> modes() {
        return EnumSet.of(Mode.L, Mode.RGB, Mode.RGBA, Mode.L16, Mode.RGB48, Mode.RGBA64);
    }

    @Nested
    class PartTest extends ImageContract {
        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            return modes().contains(mode) && width > 0 && height > 0
                    ? Optional.of(Images.of(new Mat(
                            new Mat(height + 3, width + 3, MatAdapterTest.type(mode)), new Rect(2, 1, width, height))))
                    : Optional.empty();
        }

        @Override
        public Set<Mode> modes() {
            return MatTest.this.modes();
        }
    }

    @Nested
    class FloatTest extends ImageContract {
        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            if (!modes().contains(mode) || width < 1 || height < 1) {
                return Optional.empty();
            }
            int type = mode == Mode.L16 ? CV_32FC1 : mode == Mode.RGB48 ? CV_32FC3 : CV_32FC4;
            return Optional.of(Images.of(new Mat(height, width, type)));
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(Mode.L16, Mode.RGB48, Mode.RGBA64);
        }
    }
}
