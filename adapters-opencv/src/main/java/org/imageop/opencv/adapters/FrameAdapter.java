package org.imageop.opencv.adapters;

import java.util.List;
import org.bytedeco.javacv.Frame;
import org.imageop.ImageLike;
import org.imageop.opencv.elements.PixelMeaning;
import org.imageop.opencv.exporting.CopyForm;
import org.imageop.opencv.exporting.ToFrame;
import org.imageop.opencv.wrapping.FromFrame;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** JavaCV's {@link Frame}. */
public final class FrameAdapter implements ImageAdapter<Frame> {
    static {
        LibraryModule.read("org.bytedeco.javacv.Frame");
    }

    /** For the service loader. */
    public FrameAdapter() {}

    @Override
    public Class<Frame> type() {
        return Frame.class;
    }

    @Override
    public ImageLike wrap(Frame frame) {
        return FromFrame.wrap(frame, null, null);
    }

    @Override
    public Sharing<Frame> share(ImageLike image) {
        return ToFrame.share(image);
    }

    @Override
    public Frame copy(ImageLike image) {
        return ToFrame.copy(image);
    }

    @Override
    public List<String> losses(ImageLike image, Frame copy) {
        PixelMeaning form = CopyForm.of(image);
        return CopyForm.losses(image, form, FromFrame.wrap(copy, form));
    }
}
