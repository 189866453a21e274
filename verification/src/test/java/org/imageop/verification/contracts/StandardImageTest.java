package org.imageop.verification.contracts;

import java.util.Optional;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.tck.ImageContract;

public class StandardImageTest extends ImageContract {
    @Override
    public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
        return Optional.of(StandardImage.of(mode, width, height));
    }
}
