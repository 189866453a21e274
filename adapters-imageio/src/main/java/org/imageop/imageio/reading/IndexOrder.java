package org.imageop.imageio.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/** Which of the images of a reader is which frame. */
@FunctionalInterface
interface IndexOrder {
    /** The reader's index of a frame. */
    int index(ImageReader reader, int frame) throws IOException;

    /** As the reader counts. */
    static IndexOrder asRead() {
        return (reader, frame) -> frame;
    }

    /** The reader has one image, which is the frame asked for. */
    static IndexOrder only() {
        return (reader, frame) -> 0;
    }

    /**
     * The image of most pixels first; of as many, the one of most bits for a pixel, and then the first in the file. An image
     * whose size cannot be read comes last.
     */
    static IndexOrder largestFirst() {
        List<Integer> order = new ArrayList<>();
        return (reader, frame) -> {
            if (order.isEmpty()) {
                order.addAll(bySize(reader));
            }
            return order.get(frame);
        };
    }

    private static List<Integer> bySize(ImageReader reader) throws IOException {
        record Size(int index, long pixels, int bits) {}
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < reader.getNumImages(true); i++) {
            try {
                sizes.add(new Size(i, (long) reader.getWidth(i) * reader.getHeight(i), bits(reader, i)));
            } catch (IOException | RuntimeException e) {
                sizes.add(new Size(i, -1, 0));
            }
        }
        sizes.sort(Comparator.comparingLong(Size::pixels)
                .thenComparingInt(Size::bits)
                .reversed());
        return sizes.stream().map(Size::index).toList();
    }

    private static int bits(ImageReader reader, int index) throws IOException {
        ImageTypeSpecifier type = reader.getRawImageType(index);
        return type == null ? 0 : type.getColorModel().getPixelSize();
    }
}
