package org.imageop.opencv.exporting;

import java.nio.Buffer;
import java.util.Optional;
import org.bytedeco.javacv.Frame;
import org.imageop.ImageLike;
import org.imageop.UnsupportedImageException;
import org.imageop.opencv.elements.Depth;
import org.imageop.opencv.elements.PixelMeaning;
import org.imageop.opencv.wrapping.FromFrame;
import org.imageop.spi.Sharing;

/** From an image to JavaCV's Frame. */
public final class ToFrame {
    private ToFrame() {}

    /** A Frame on the memory of an image, which it keeps. */
    public static Sharing<Frame> share(ImageLike image) {
        Optional<Frame> frame = SharedElements.of(image).map(ToFrame::on);
        return Sharing.of(frame, "a Frame" + SharedElements.CONDITIONS);
    }

    private static Frame on(SharedElements shared) {
        Frame frame = new Frame();
        frame.imageWidth = shared.width();
        frame.imageHeight = shared.height();
        frame.imageDepth = depth(shared.depth());
        frame.imageChannels = shared.channels();
        frame.imageStride = Math.toIntExact(shared.step());
        frame.image = new Buffer[] {shared.memory()};
        return frame;
    }

    /** A Frame of its own, with the pixels of an image. */
    public static Frame copy(ImageLike image) {
        PixelMeaning form = CopyForm.of(image);
        // as the Frame computes it, which counts in ints
        long row = ((long) image.width() * form.channels() * form.depth().bytes() + 7) / 8 * 8;
        if (row * image.height() > Integer.MAX_VALUE) {
            throw new UnsupportedImageException("A Frame has at most 2 GiB, and a copy of this " + image.width() + "×"
                    + image.height() + " " + image.mode() + " image would have " + row * image.height()
                    + " bytes; copy parts of it, which Views.crop makes [errors.md#too-large-for-toolkit]");
        }
        Frame copy = new Frame(image.width(), image.height(), depth(form.depth()), form.channels());
        FromFrame.fill(copy, image, form);
        return copy;
    }

    private static int depth(Depth depth) {
        return switch (depth) {
            case U8 -> Frame.DEPTH_UBYTE;
            case S8 -> Frame.DEPTH_BYTE;
            case U16 -> Frame.DEPTH_USHORT;
            case S16 -> Frame.DEPTH_SHORT;
            case S32 -> Frame.DEPTH_INT;
            case F32 -> Frame.DEPTH_FLOAT;
            case F64 -> Frame.DEPTH_DOUBLE;
        };
    }
}
