package org.imageop.opencv.wrapping;

import java.nio.Buffer;
import java.util.List;
import org.bytedeco.javacv.Frame;
import org.imageop.ImageLike;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.opencv.elements.Depth;
import org.imageop.opencv.elements.ElementMemory;
import org.imageop.opencv.elements.PixelMeaning;
import org.imageop.opencv.elements.Subject;
import org.jspecify.annotations.Nullable;

/** From JavaCV's Frame to an image on the same memory. */
public final class FromFrame {
    private FromFrame() {}

    /** An image of a Frame; {@code order} and {@code range} are null for the usual ones. */
    public static StandardImage wrap(Frame frame, @Nullable String order, Plane.@Nullable Range range) {
        Depth depth = check(frame);
        return wrap(frame, PixelMeaning.of(Subject.FRAME, depth, frame.imageChannels, order, range));
    }

    /** An image of a Frame whose elements have a known meaning. */
    public static StandardImage wrap(Frame frame, PixelMeaning meaning) {
        return memory(frame, meaning.depth()).image(frame, meaning);
    }

    /** Copies an image into a Frame that was allocated for it. */
    public static void fill(Frame frame, ImageLike image, PixelMeaning meaning) {
        memory(frame, meaning.depth()).fill(image, meaning);
    }

    /** An image of each channel. */
    public static List<ImageLike> channels(Frame frame, Plane.@Nullable Range range) {
        Depth depth = check(frame);
        List<PixelMeaning> channels = PixelMeaning.channels(Subject.FRAME, depth, frame.imageChannels, range);
        ElementMemory memory = memory(frame, depth);
        return channels.stream().<ImageLike>map(memory::image).toList();
    }

    private static Depth check(Frame frame) {
        if (frame.image == null || frame.image.length == 0 || frame.image[0] == null) {
            throw new UnsupportedImageException("A Frame of " + frame.getTypes()
                    + " has no image; take the frames whose field image is not null, or grab with grabImage()"
                    + " [errors.md#frame-planes]");
        }
        if (frame.image.length > 1) {
            throw new UnsupportedImageException("A Frame of " + frame.image.length
                    + " planes does not say which colours they are; grab it with ImageMode.COLOR or GRAY, or describe its"
                    + " buffers with PixelLayout.planar [errors.md#frame-planes]");
        }
        Geometry.check(Subject.FRAME, 2, frame.imageWidth, frame.imageHeight);
        Depth depth = switch (frame.imageDepth) {
            case Frame.DEPTH_UBYTE -> Depth.U8;
            case Frame.DEPTH_BYTE -> Depth.S8;
            case Frame.DEPTH_USHORT -> Depth.U16;
            case Frame.DEPTH_SHORT -> Depth.S16;
            case Frame.DEPTH_INT -> Depth.S32;
            case Frame.DEPTH_FLOAT -> Depth.F32;
            case Frame.DEPTH_DOUBLE -> Depth.F64;
            default ->
                throw new UnsupportedImageException("A Frame of the depth " + frame.imageDepth
                        + " has elements that no mode has a place for; known are Frame.DEPTH_BYTE, SHORT, INT,"
                        + " their unsigned counterparts, FLOAT and DOUBLE [errors.md#no-such-pixel-type]");
        };
        long pixels = (long) frame.imageWidth * frame.imageChannels;
        Buffer elements = depth.elements(frame.image[0]);
        if (frame.imageChannels < 1
                || elements == null
                || (frame.imageStride < pixels && frame.imageHeight > 1)
                || (frame.imageHeight - 1L) * frame.imageStride + pixels > elements.capacity()) {
            throw new UnsupportedImageException("A Frame of " + frame.imageWidth + "×" + frame.imageHeight
                    + " pixels, " + frame.imageChannels + " channels, the depth " + frame.imageDepth
                    + " and the stride " + frame.imageStride + " does not fit its buffer, " + frame.image[0]
                    + "; look at its fields [errors.md#frame-planes]");
        }
        return depth;
    }

    private static ElementMemory memory(Frame frame, Depth depth) {
        FrameOwner owner = FrameOwner.of(frame);
        Buffer elements = depth.elements(owner.keeping(frame.image[0]));
        if (elements == null) {
            throw new AssertionError(depth); // checked before
        }
        return new ElementMemory(elements, frame.imageWidth, frame.imageHeight, frame.imageStride, owner);
    }
}
