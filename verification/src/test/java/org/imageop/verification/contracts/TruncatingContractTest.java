package org.imageop.verification.contracts;

import java.nio.ShortBuffer;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;

/** The contract on an adapter of 565 pixels, which the foreign class scales to bytes by shifting alone. */
class TruncatingContractTest extends AdapterContract<TruncatingContractTest.Screen> {
    /** Pixels of five, six and five bits. */
    record Screen(short[] pixels, int width, int height) {
        int[] bytes(int x, int y) {
            int pixel = pixels[y * width + x];
            return new int[] {pixel >> 8 & 0xf8, pixel >> 3 & 0xfc, pixel << 3 & 0xf8};
        }
    }

    /** Describes the pixels; each is scaled as L-7 has it. */
    public static final class ScreenAdapter implements ImageAdapter<Screen> {
        /** For the service loader. */
        public ScreenAdapter() {}

        @Override
        public Class<Screen> type() {
            return Screen.class;
        }

        @Override
        public ImageLike wrap(Screen screen) {
            return StandardImage.wrapping(
                    screen,
                    PixelLayout.packed(
                            Mode.RGB,
                            screen.width,
                            screen.height,
                            "R5G6B5",
                            AlphaType.OPAQUE,
                            ShortBuffer.wrap(screen.pixels),
                            0,
                            screen.width));
        }

        @Override
        public Screen copy(ImageLike image) {
            Screen screen = new Screen(new short[image.width() * image.height()], image.width(), image.height());
            Images.copy(image, wrap(screen));
            return screen;
        }
    }

    @Override
    public ImageAdapter<Screen> adapter() {
        return new ScreenAdapter();
    }

    @Override
    public boolean registered() {
        return false;
    }

    @Override
    public Map<String, Supplier<? extends Screen>> objects() {
        return Map.of("a screen", () -> new Screen(new short[] {0x1234, 0x5678, 0x7abc, 0x0def, 0x3333, -2}, 3, 2));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> shareable() {
        return Map.of();
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        return Map.of("an RGB image", () -> StandardImage.of(Mode.RGB, 3, 2));
    }

    @Override
    public Mode mode(Screen screen) {
        return Mode.RGB;
    }

    @Override
    public ImageSize size(Screen screen) {
        return new ImageSize(screen.width, screen.height);
    }

    @Override
    public int[] pixel(Screen screen, int x, int y) {
        return screen.bytes(x, y);
    }

    @Override
    public void setPixel(Screen screen, int x, int y, int[] pixel) {
        screen.pixels[y * screen.width + x] = (short) (pixel[0] >> 3 << 11 | pixel[1] >> 2 << 5 | pixel[2] >> 3);
    }
}
