package org.imageop.imagej.exporting;

import java.util.List;
import java.util.Objects;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.PixelLayout;
import org.imageop.Plane;

/** The numbers that samples stand for. */
final class Numbers {
    private Numbers() {}

    /** The range of each component; empty if samples are samples. */
    static List<Plane.Range> ranges(ImageLike image) {
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (layout != null) {
            return layout.planes().stream()
                    .map(Plane::range)
                    .filter(Objects::nonNull)
                    .toList();
        }
        return image.mode().planar() ? List.of() : Images.rows(image).ranges();
    }
}
