package org.imageop.cli.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;

/** The pixels of an image as the protocol has them. */
public final class ProtocolPixels implements LibraryPixels {
    private final ImageLike image;
    private final SampleRows rows;

    /** The pixels of an image. */
    public ProtocolPixels(ImageLike image) {
        this.image = image;
        this.rows = Images.rows(image);
    }

    @Override
    public String library() {
        return "the protocol";
    }

    @Override
    public void read(int y, int[] samples) {
        rows.read(0, y, image.width(), samples, 0);
    }

    @Override
    public int[] pixel(int x, int y) {
        return image.get(x, y).value();
    }

    @Override
    public Optional<Runnable> change(int x, int y) {
        if (image.buffer().readOnly()) {
            return Optional.empty();
        }
        int[] before = pixel(x, y);
        for (int[] other : candidates(before, image.mode())) {
            image.set(x, y, other);
            if (!Arrays.equals(pixel(x, y), before)) {
                return Optional.of(() -> image.set(x, y, before));
            }
        }
        return Optional.empty();
    }

    /** The opposite pixel, and for palettes, which have few colours, the opaque corners of the colour space. */
    private static List<int[]> candidates(int[] pixel, Mode mode) {
        List<int[]> candidates = new ArrayList<>(List.of(SharedMemoryProof.opposite(pixel, mode)));
        int colors = mode.withoutAlpha().components();
        for (int corner = 0; corner < 1 << colors; corner++) {
            int[] candidate = new int[pixel.length];
            for (int c = 0; c < candidate.length; c++) {
                candidate[c] = c >= colors || (corner >> c & 1) == 1 ? (int) mode.maxValue() : 0;
            }
            candidates.add(candidate);
        }
        return candidates;
    }
}
