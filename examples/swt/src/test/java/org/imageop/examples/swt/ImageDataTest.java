package org.imageop.examples.swt;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.tck.ImageContract;
import org.junit.jupiter.api.Nested;

/** The images that ImageData become: in shared memory here, computed below. */
class ImageDataTest extends ImageContract {
    private static final PaletteData BGR = new PaletteData(0xff, 0xff00, 0xff0000);

    @Override
    public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
        if (!modes().contains(mode) || width < 1 || height < 1) {
            return Optional.empty();
        }
        boolean grey = mode == Mode.L || mode == Mode.LA;
        ImageData image = new ImageData(width, height, grey ? 8 : 24, grey ? ImageDataAdapterTest.grays() : BGR);
        if (mode == Mode.LA || mode == Mode.RGBA) {
            image.alphaData = new byte[width * height];
        }
        return Optional.of(Images.of(image));
    }

    @Override
    public Set<Mode> modes() {
        return EnumSet.of(Mode.L, Mode.LA, Mode.RGB, Mode.RGBA);
    }

    @Nested
    class PaletteTest extends ImageContract {
        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            if (mode != Mode.RGB && mode != Mode.RGBA || width < 1 || height < 1) {
                return Optional.empty();
            }
            PaletteData colors =
                    new PaletteData(new RGB(0, 0, 0), new RGB(255, 0, 0), new RGB(12, 34, 56), new RGB(255, 255, 255));
            ImageData image = new ImageData(width, height, 2, colors);
            new SplittableRandom(width).nextBytes(image.data);
            image.transparentPixel = mode == Mode.RGBA ? 2 : -1;
            return Optional.of(Images.of(image));
        }

        @Override
        public boolean readOnly() {
            return true;
        }
    }

    /** Colours in fields of fewer than eight bits. */
    abstract static class Fields extends ImageContract {
        private final int depth;
        private final int[] masks;

        Fields(int depth, int... masks) {
            this.depth = depth;
            this.masks = masks;
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            PaletteData palette = new PaletteData(masks[0], masks[1], masks[2]);
            return mode == Mode.RGB && width > 0 && height > 0
                    ? Optional.of(Images.of(new ImageData(width, height, depth, palette)))
                    : Optional.empty();
        }

        @Override
        public long largest(Mode mode, int component) {
            return (1L << Integer.bitCount(masks[component])) - 1;
        }
    }

    @Nested
    class Fields565Test extends Fields {
        Fields565Test() {
            super(16, 0xf800, 0x7e0, 0x1f);
        }
    }

    @Nested
    class Fields555Test extends Fields {
        Fields555Test() {
            super(16, 0x1f, 0x3e0, 0x7c00);
        }
    }

    @Nested
    class Fields332Test extends Fields {
        Fields332Test() {
            super(8, 0xe0, 0x1c, 0x03);
        }
    }
}
