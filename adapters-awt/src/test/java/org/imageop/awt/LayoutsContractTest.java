package org.imageop.awt;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Optional;
import org.imageop.Mode;
import org.imageop.tck.LayoutContract;
import org.imageop.tck.source.LayoutSource;
import org.junit.jupiter.api.Nested;

/** The contract of layouts on the layouts of AWT's images; the owner's means are the raster's. */
class LayoutsContractTest {

    /** A part of a larger image. */
    abstract static class Described extends LayoutContract {
        private final int type;
        private final Mode only;

        Described(int type, Mode only) {
            this.type = type;
            this.only = only;
        }

        @Override
        public Optional<LayoutSource.Described> layout(Mode mode, int width, int height) {
            if (mode != only || width < 1 || height < 1) {
                return Optional.empty();
            }
            BufferedImage image = new BufferedImage(width + 3, height + 4, type).getSubimage(2, 1, width, height);
            WritableRaster raster = image.getRaster();
            return Optional.of(new LayoutSource.Described(
                    AwtImages.wrap(image).buffer().layout().orElseThrow(), new Memory() {
                        @Override
                        public int get(int component, int x, int y) {
                            long field = raster.getSample(x, y, component);
                            return (int) Math.round((double) field * only.maxValue() / largest(only, component));
                        }

                        @Override
                        public void set(int component, int x, int y, int value) {
                            double field = (double) value * largest(only, component) / only.maxValue();
                            raster.setSample(x, y, component, (int) Math.round(field));
                        }
                    }));
        }
    }

    @Nested
    class Bgr extends Described {
        Bgr() {
            super(BufferedImage.TYPE_3BYTE_BGR, Mode.RGB);
        }
    }

    @Nested
    class Argb extends Described {
        Argb() {
            super(BufferedImage.TYPE_INT_ARGB, Mode.RGBA);
        }
    }

    @Nested
    class PremultipliedArgb extends Described {
        PremultipliedArgb() {
            super(BufferedImage.TYPE_INT_ARGB_PRE, Mode.RGBA);
        }

        @Override
        public boolean premultiplied() {
            return true;
        }
    }

    @Nested
    class UshortGray extends Described {
        UshortGray() {
            super(BufferedImage.TYPE_USHORT_GRAY, Mode.L16);
        }
    }

    @Nested
    class Ushort565 extends Described {
        Ushort565() {
            super(BufferedImage.TYPE_USHORT_565_RGB, Mode.RGB);
        }

        @Override
        public long largest(Mode mode, int component) {
            return component == 1 ? 63 : 31;
        }
    }
}
