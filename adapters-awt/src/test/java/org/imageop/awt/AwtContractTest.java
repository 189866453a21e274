package org.imageop.awt;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;
import org.imageop.tck.ImageContract;
import org.junit.jupiter.api.Nested;

/** The protocol's own contract on AWT's adapter and on the images that it wraps. */
class AwtContractTest extends AdapterContract<BufferedImage> {
    @Override
    public ImageAdapter<BufferedImage> adapter() {
        return new AwtAdapters.OfBufferedImage();
    }

    @Override
    public Map<String, Supplier<? extends BufferedImage>> objects() {
        Map<String, Supplier<? extends BufferedImage>> objects = new LinkedHashMap<>();
        for (int type = BufferedImage.TYPE_INT_RGB; type <= BufferedImage.TYPE_BYTE_INDEXED; type++) {
            int made = type;
            objects.put("a BufferedImage of type " + type, () -> new BufferedImage(7, 5, made));
        }
        return objects;
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> shareable() {
        return Map.of(
                "an RGB image", () -> StandardImage.of(Mode.RGB, 7, 5),
                "an L image", () -> StandardImage.of(Mode.L, 7, 5),
                "a canvas", () -> StandardImage.canvas(7, 5));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        return Map.of("a YV12 image", () -> StandardImage.of(Mode.YV12, 6, 4));
    }

    /** Wrapped images of one type. */
    abstract static class Wrapped extends ImageContract {
        private final int type;
        private final Mode mode;

        Wrapped(int type, Mode mode) {
            this.type = type;
            this.mode = mode;
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(mode);
        }

        @Override
        public Optional<? extends ImageLike> image(Mode asked, int width, int height) {
            return asked == mode
                    ? Optional.of(AwtImages.wrap(new BufferedImage(width, height, type)))
                    : Optional.empty();
        }
    }

    @Nested
    class Bgr extends Wrapped {
        Bgr() {
            super(BufferedImage.TYPE_3BYTE_BGR, Mode.RGB);
        }
    }

    @Nested
    class IntRgb extends Wrapped {
        IntRgb() {
            super(BufferedImage.TYPE_INT_RGB, Mode.RGB);
        }
    }

    @Nested
    class Argb extends Wrapped {
        Argb() {
            super(BufferedImage.TYPE_INT_ARGB, Mode.RGBA);
        }
    }

    @Nested
    class PremultipliedArgb extends Wrapped {
        PremultipliedArgb() {
            super(BufferedImage.TYPE_INT_ARGB_PRE, Mode.RGBA);
        }

        @Override
        public boolean premultiplied() {
            return true;
        }
    }

    @Nested
    class Gray extends Wrapped {
        Gray() {
            super(BufferedImage.TYPE_USHORT_GRAY, Mode.L16);
        }
    }
}
