package org.imageop.cli;

import java.awt.image.BufferedImage;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.awt.AwtImages;
import org.jspecify.annotations.Nullable;

/** From Swing back to the protocol: a BufferedImage as it comes, or of a certain kind. */
final class FromSwing implements Hop {
    private final @Nullable SwingType type;

    private FromSwing(@Nullable SwingType type) {
        this.type = type;
    }

    /** The BufferedImage that the protocol's image becomes. */
    static FromSwing asItIs() {
        return new FromSwing(null);
    }

    /** A BufferedImage of a certain kind, into which the image is drawn first; that is not in the hop's time. */
    static FromSwing ofType(SwingType type) {
        return new FromSwing(type);
    }

    @Override
    public String title() {
        return "Swing" + (type == null ? "" : " " + type) + " to protocol";
    }

    @Override
    public Passage pass(ImageLike image) {
        BufferedImage handed = Images.to(image, BufferedImage.class);
        BufferedImage swing = type == null ? handed : type.draw(handed);
        long start = System.nanoTime();
        ImageLike arrived = AwtImages.wrap(swing);
        long nanos = System.nanoTime() - start;
        Agreement.check(arrived, new RasterPixels(swing, arrived.mode()));
        SharingProof.demand(arrived, swing);
        return new Passage(
                "Swing " + SwingType.of(swing),
                "protocol " + arrived.mode(),
                Passage.Memory.SHARED,
                0,
                nanos,
                "agree",
                List.of(),
                arrived);
    }
}
