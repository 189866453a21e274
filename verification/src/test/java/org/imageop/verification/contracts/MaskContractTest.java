package org.imageop.verification.contracts;

import java.util.Map;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;

/** The contract on an adapter that only lets in objects which have alpha and no colours. */
class MaskContractTest extends AdapterContract<MaskContractTest.Mask> {
    /** How opaque each pixel is; its colour is black. */
    record Mask(byte[] alpha, int width, int height) {}

    /** Shows black with alpha. */
    public static final class MaskAdapter implements ImageAdapter<Mask> {
        /** For the service loader. */
        public MaskAdapter() {}

        @Override
        public Class<Mask> type() {
            return Mask.class;
        }

        @Override
        public ImageLike wrap(Mask mask) {
            return StandardImage.wrapping(mask, Mode.LA, mask.width, mask.height, new SampleRows() {
                @Override
                public void read(int x, int y, int count, int[] samples, int offset) {
                    for (int i = 0; i < count; i++) {
                        samples[offset + 2 * i] = 0;
                        samples[offset + 2 * i + 1] = mask.alpha[y * mask.width + x + i] & 0xff;
                    }
                }

                @Override
                public void write(int x, int y, int count, int[] samples, int offset) {
                    for (int i = 0; i < count; i++) {
                        mask.alpha[y * mask.width + x + i] = (byte) samples[offset + 2 * i + 1];
                    }
                }

                @Override
                public boolean readOnly() {
                    return false;
                }
            });
        }
    }

    @Override
    public ImageAdapter<Mask> adapter() {
        return new MaskAdapter();
    }

    @Override
    public boolean registered() {
        return false;
    }

    @Override
    public Map<String, Supplier<? extends Mask>> objects() {
        return Map.of("a mask", () -> new Mask(new byte[] {0, 1, -1, 7, 99, -128}, 3, 2));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> shareable() {
        return Map.of();
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        return Map.of();
    }

    @Override
    public Mode mode(Mask mask) {
        return Mode.LA;
    }

    @Override
    public ImageSize size(Mask mask) {
        return new ImageSize(mask.width, mask.height);
    }

    @Override
    public int[] pixel(Mask mask, int x, int y) {
        return new int[] {0, mask.alpha[y * mask.width + x] & 0xff};
    }

    @Override
    public void setPixel(Mask mask, int x, int y, int[] pixel) {
        mask.alpha[y * mask.width + x] = (byte) pixel[1];
    }
}
