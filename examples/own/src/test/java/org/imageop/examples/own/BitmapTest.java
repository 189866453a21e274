package org.imageop.examples.own;

import java.util.Optional;
import org.imageop.Mode;
import org.imageop.tck.ImageContract;
import org.imageop.tck.LayoutContract;
import org.junit.jupiter.api.Nested;

class BitmapTest extends ImageContract {
    @Override
    public Optional<Bitmap> image(Mode mode, int width, int height) {
        return switch (mode) {
            case L -> Optional.of(new Bitmap(width, height, 8));
            case RGB -> Optional.of(new Bitmap(width, height, 24));
            case RGBA -> Optional.of(new Bitmap(width, height, 32));
            default -> Optional.empty();
        };
    }

    /** Its bytes, where Windows would look for them. */
    @Nested
    class LayoutTest extends LayoutContract {
        @Override
        public Optional<Described> layout(Mode mode, int width, int height) {
            return image(mode, width, height)
                    .map(bitmap -> new Described(
                            bitmap.buffer().layout().orElseThrow(), new Bits(bitmap.bits(), width, height, mode)));
        }
    }

    private record Bits(byte[] bits, int width, int height, Mode mode) implements LayoutContract.Memory {
        private int index(int component, int x, int y) {
            int bytes = mode == Mode.L ? 1 : mode == Mode.RGB ? 3 : 4;
            int place = mode == Mode.L ? 0 : component == 3 ? 3 : 2 - component;
            int padding = (4 - width * bytes % 4) % 4;
            return (height - 1 - y) * (width * bytes + padding) + x * bytes + place;
        }

        @Override
        public int get(int component, int x, int y) {
            return bits[index(component, x, y)] & 0xff;
        }

        @Override
        public void set(int component, int x, int y, int value) {
            bits[index(component, x, y)] = (byte) value;
        }
    }
}
