package org.imageop.verification.proof.broken;

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
    private final ImageSize size;

    OneMode(Mode declared, Maker maker) {
        this(declared, declared.planar() ? new ImageSize(6, 4) : new ImageSize(7, 5), maker);
    }

    OneMode(Mode declared, ImageSize size, Maker maker) {
        this.declared = declared;
        this.size = size;
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
        return List.of(size);
    }
}
