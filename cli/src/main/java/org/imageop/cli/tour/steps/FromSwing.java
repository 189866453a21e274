package org.imageop.cli.tour.steps;

import java.awt.image.BufferedImage;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.awt.AwtImages;
import org.imageop.cli.compare.PixelComparison;
import org.imageop.cli.compare.ProtocolPixels;
import org.imageop.cli.compare.SharedMemoryProof;
import org.imageop.cli.compare.SwingPixels;
import org.jspecify.annotations.Nullable;

/** From Swing back to the protocol: a BufferedImage as it comes, or of a certain kind. */
public final class FromSwing implements TourStep {
    private final @Nullable SwingType type;

    private FromSwing(@Nullable SwingType type) {
        this.type = type;
    }

    /** The BufferedImage that the protocol's image becomes. */
    public static FromSwing asItIs() {
        return new FromSwing(null);
    }

    /** A BufferedImage of a certain kind, into which the image is drawn first; that is not in the step's time. */
    public static FromSwing ofType(SwingType type) {
        return new FromSwing(type);
    }

    @Override
    public String title() {
        return "Swing" + (type == null ? "" : " " + type) + " to protocol";
    }

    @Override
    public StepResult run(ImageLike image) {
        BufferedImage handed = Images.to(image, BufferedImage.class);
        BufferedImage swing = type == null ? handed : type.draw(handed);
        long start = System.nanoTime();
        ImageLike arrived = AwtImages.wrap(swing);
        long nanos = System.nanoTime() - start;
        SwingPixels pixels = new SwingPixels(swing, arrived.mode());
        PixelComparison.check(arrived, pixels);
        SharedMemoryProof.bothWays(pixels, new ProtocolPixels(arrived), arrived.size());
        return StepResult.agreed(
                "Swing " + SwingType.of(swing),
                "protocol " + arrived.mode(),
                StepResult.Memory.SHARED,
                0,
                nanos,
                arrived);
    }
}
