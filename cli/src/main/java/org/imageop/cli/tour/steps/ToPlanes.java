package org.imageop.cli.tour.steps;

import net.imglib2.img.planar.PlanarImgs;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.cli.compare.ImgLib2Pixels;
import org.imageop.cli.compare.PixelComparison;
import org.imageop.cli.compare.ProtocolPixels;
import org.imageop.cli.compare.SharedMemoryProof;
import org.imageop.imglib2.ImgLib2Images;

/** Into ImgLib2's own memory as microscopes fill it: 16 bits, and an array for each component. */
public final class ToPlanes implements TourStep {
    @Override
    public String title() {
        return "protocol to ImgLib2 planes";
    }

    @Override
    public StepResult run(ImageLike image) {
        var planes = PlanarImgs.unsignedShorts(image.width(), image.height(), 3);
        ImageLike arrived = ImgLib2Images.wrap(planes, 2);
        StandardImage sent = StandardImage.from(image, Mode.RGB48);
        long start = System.nanoTime();
        Images.copy(sent, arrived);
        long nanos = System.nanoTime() - start;
        ImgLib2Pixels pixels = new ImgLib2Pixels(planes, arrived.mode());
        PixelComparison.check(sent, pixels);
        SharedMemoryProof.bothWays(new ProtocolPixels(arrived), pixels, arrived.size());
        return StepResult.agreed(
                "protocol RGB48",
                "ImgLib2 planes, 3 short[]",
                StepResult.Memory.COPIED,
                arrived.buffer().length(),
                nanos,
                arrived);
    }
}
