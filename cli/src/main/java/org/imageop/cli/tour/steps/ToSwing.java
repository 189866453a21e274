package org.imageop.cli.tour.steps;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.util.function.UnaryOperator;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.awt.AwtImages;
import org.imageop.cli.compare.PixelComparison;
import org.imageop.cli.compare.ProtocolPixels;
import org.imageop.cli.compare.SharedMemoryProof;
import org.imageop.cli.compare.SwingPixels;

/** From the protocol to Swing: the image, or a part, turn or conversion of it, as a BufferedImage. */
public final class ToSwing implements TourStep {
    private final String what;
    private final UnaryOperator<ImageLike> preparation;

    private ToSwing(String what, UnaryOperator<ImageLike> preparation) {
        this.what = what;
        this.preparation = preparation;
    }

    /** The image itself. */
    public static ToSwing whole() {
        return new ToSwing("", UnaryOperator.identity());
    }

    /** The image after some preparation, which is not part of the step and not in its time. */
    public static ToSwing of(String what, UnaryOperator<ImageLike> preparation) {
        return new ToSwing(what, preparation);
    }

    @Override
    public String title() {
        return (what.isEmpty() ? "protocol" : what) + " to Swing";
    }

    @Override
    public StepResult run(ImageLike source) {
        ImageLike image = preparation.apply(source);
        long start = System.nanoTime();
        Transfer<BufferedImage> transfer = Images.transfer(image, BufferedImage.class, Copy.IF_NEEDED);
        long nanos = System.nanoTime() - start;
        BufferedImage swing = transfer.image();
        ImageLike arrived = AwtImages.wrap(swing);

        ImageLike sent = arrived.mode() == image.mode() ? image : StandardImage.from(image, arrived.mode());
        PixelComparison.check(sent, new SwingPixels(swing, arrived.mode()));
        if (transfer.shared()) {
            SharedMemoryProof.bothWays(new SwingPixels(swing, image.mode()), new ProtocolPixels(image), image.size());
        }
        return StepResult.transferred(
                what.isEmpty() ? "protocol " + image.mode() : what,
                "Swing " + SwingType.of(swing),
                transfer,
                memory(swing),
                nanos,
                image.mode(),
                arrived.mode(),
                image);
    }

    /** The bytes that the pixels take in Swing, which for INT_RGB is more than in the protocol. */
    private static long memory(BufferedImage swing) {
        DataBuffer data = swing.getRaster().getDataBuffer();
        return (long) data.getSize() * data.getNumBanks() * DataBuffer.getDataTypeSize(data.getDataType()) / 8;
    }
}
