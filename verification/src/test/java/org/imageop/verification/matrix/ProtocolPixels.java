package org.imageop.verification.matrix;

import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Mode;

/** The pixels of an image of the protocol, as the protocol has them; a planar image by planes. */
record ProtocolPixels(ImageLike image) implements Pixels {

    @Override
    public int[] get(int x, int y) {
        Mode mode = image.mode();
        if (!mode.planar()) {
            return image.get(x, y).value();
        }
        List<String> names = mode.componentNames();
        return new int[] {
            image.plane(names.get(0)).get(x, y).l(),
            image.plane(names.get(1)).get(x / 2, y / 2).l(),
            image.plane(names.get(2)).get(x / 2, y / 2).l()
        };
    }

    @Override
    public void set(int x, int y, int... samples) {
        Mode mode = image.mode();
        if (!mode.planar()) {
            image.set(x, y, samples);
            return;
        }
        List<String> names = mode.componentNames();
        image.plane(names.get(0)).set(x, y, samples[0]);
        image.plane(names.get(1)).set(x / 2, y / 2, samples[1]);
        image.plane(names.get(2)).set(x / 2, y / 2, samples[2]);
    }
}
