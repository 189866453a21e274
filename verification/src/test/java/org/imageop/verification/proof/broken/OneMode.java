package org.imageop.verification.proof.broken;

import static org.imageop.Mode.JPEG_YV12;
import static org.imageop.Mode.YV12;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.tck.source.Capabilities;
import org.imageop.tck.source.ImageSource;

/** Images of one mode, in one size, that declare no other. */
class OneMode implements ImageSource {
    /** Makes an image. */
    interface Maker {
        ImageLike make(Mode mode, int width, int height);
    }

    private final Mode declared;
    private final Maker maker;

    OneMode(Mode declared, Maker maker) {
        this.declared = declared;
        this.maker = maker;
    }

    @Override
    public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
        ImageSize size = new ImageSize(width, height);
        boolean left =
                Capabilities.usualSizes(mode).contains(size) && !sizes(mode).contains(size);
        return mode == declared && !left ? Optional.of(maker.make(mode, width, height)) : Optional.empty();
    }

    @Override
    public Set<Mode> modes() {
        return EnumSet.of(declared);
    }

    @Override
    public List<ImageSize> sizes(Mode mode) {
        return List.of(mode == YV12 || mode == JPEG_YV12 ? new ImageSize(6, 4) : new ImageSize(7, 5));
    }
}
