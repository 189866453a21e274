package org.imageop.cli;

import java.util.List;
import net.imglib2.img.planar.PlanarImgs;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.imglib2.ImgLib2Images;

/** Into ImgLib2's own memory as microscopes fill it: 16 bits, and an array for each component. */
final class ToPlanes implements Hop {
    @Override
    public String title() {
        return "protocol to ImgLib2 planes";
    }

    @Override
    public Passage pass(ImageLike image) {
        var planes = PlanarImgs.unsignedShorts(image.width(), image.height(), 3);
        ImageLike arrived = ImgLib2Images.wrap(planes, 2);
        StandardImage sent = StandardImage.from(image, Mode.RGB48);
        long start = System.nanoTime();
        Images.copy(sent, arrived);
        long nanos = System.nanoTime() - start;
        ImgLib2Pixels pixels = new ImgLib2Pixels(planes);
        Agreement.check(sent, pixels);
        ToImgLib2.demandOneMemory(pixels, arrived);
        return new Passage(
                "protocol RGB48",
                "ImgLib2 planes, 3 short[]",
                Passage.Memory.COPIED,
                arrived.buffer().length(),
                nanos,
                "agree",
                List.of(),
                arrived);
    }
}
