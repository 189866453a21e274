package org.imageop.cli;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.util.function.UnaryOperator;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.awt.AwtImages;

/** From the protocol to Swing: the image, or a part, turn or conversion of it, as a BufferedImage. */
final class ToSwing implements Hop {
    private final String what;
    private final UnaryOperator<ImageLike> preparation;

    private ToSwing(String what, UnaryOperator<ImageLike> preparation) {
        this.what = what;
        this.preparation = preparation;
    }

    /** The image itself. */
    static ToSwing whole() {
        return new ToSwing("", UnaryOperator.identity());
    }

    /** The image after some preparation, which is not part of the hop and not in its time. */
    static ToSwing of(String what, UnaryOperator<ImageLike> preparation) {
        return new ToSwing(what, preparation);
    }

    @Override
    public String title() {
        return (what.isEmpty() ? "protocol" : what) + " to Swing";
    }

    @Override
    public Passage pass(ImageLike source) {
        ImageLike image = preparation.apply(source);
        long start = System.nanoTime();
        Transfer<BufferedImage> transfer = Images.transfer(image, BufferedImage.class, Copy.IF_NEEDED);
        long nanos = System.nanoTime() - start;
        BufferedImage swing = transfer.image();
        ImageLike arrived = AwtImages.wrap(swing);

        ImageLike sent = arrived.mode() == image.mode() ? image : StandardImage.from(image, arrived.mode());
        Agreement.check(sent, new RasterPixels(swing, arrived.mode()));
        if (transfer.shared()) {
            SharingProof.demand(image, swing);
        }
        return new Passage(
                what.isEmpty() ? "protocol " + image.mode() : what,
                "Swing " + SwingType.of(swing),
                transfer.shared() ? Passage.Memory.SHARED : Passage.Memory.COPIED,
                transfer.shared() ? 0 : memory(swing),
                nanos,
                arrived.mode() == image.mode() ? "agree" : "agree as " + arrived.mode(),
                Passage.notes(transfer),
                image);
    }

    /** The bytes that the pixels take in Swing, which for INT_RGB is more than in the protocol. */
    private static long memory(BufferedImage swing) {
        DataBuffer data = swing.getRaster().getDataBuffer();
        return (long) data.getSize() * data.getNumBanks() * DataBuffer.getDataTypeSize(data.getDataType()) / 8;
    }
}
