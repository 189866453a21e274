package org.imageop.tck;

import java.util.Optional;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;

class StandardImageTest extends ImageContract {
    @Override
    public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
        return Optional.of(StandardImage.of(mode, width, height));
    }
}
