package org.imageop.verification.contracts;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imageop.AlphaType;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.ImageKindsContract;
import org.imageop.tck.source.ImageKind;

/** The contract on kinds of images of each declaration. */
class ImageKindsTest extends ImageKindsContract {
    @Override
    public Map<String, ImageKind> kinds() {
        Map<String, ImageKind> kinds = new LinkedHashMap<>();
        kinds.put("canvas", ImageKind.of(Mode.RGBA, StandardImage::canvas).asPremultiplied());
        kinds.put("nibbles", ImageKind.of(Mode.LA, ImageKindsTest::nibbles).withLargest(15));
        kinds.put("squares", ImageKind.of(Mode.L, ImageKindsTest::square).withSizes(new ImageSize(4, 4)));
        kinds.put("constant", ImageKind.of(Mode.L, ImageKindsTest::constant).asReadOnly());
        return kinds;
    }

    private static StandardImage nibbles(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(width * height);
        return StandardImage.wrap(PixelLayout.of(
                Mode.LA,
                width,
                height,
                AlphaType.STRAIGHT,
                Plane.packed(bytes, 0, 1, width, 4, 4),
                Plane.packed(bytes, 0, 1, width, 0, 4)));
    }

    private static StandardImage square(int width, int height) {
        if (width != height) {
            throw new IllegalArgumentException("A square is not " + width + "×" + height);
        }
        return Views.crop(StandardImage.of(Mode.L, width + 1, height), 1, 0, width, height);
    }

    private static StandardImage constant(int width, int height) {
        return StandardImage.wrap(PixelLayout.of(
                Mode.L,
                width,
                height,
                AlphaType.OPAQUE,
                Plane.of(ByteBuffer.wrap(new byte[] {77}).asReadOnlyBuffer(), 0, 0, 0)));
    }
}
