package org.imageop.imageio.writing;

import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import org.imageop.imageio.plugins.Watch;

/** Tells a watch how far a writer is, and stops the writer if it says so. */
final class WriteProgress implements IIOWriteProgressListener {
    private final Watch watch;

    WriteProgress(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void imageProgress(ImageWriter writer, float percentage) {
        // the end is reported when the file is complete
        if (!watch.goesOn(Math.min(percentage / 100, 0.99))) {
            writer.abort();
        }
    }

    @Override
    public void imageStarted(ImageWriter writer, int index) {
        // the first row says the same
    }

    @Override
    public void imageComplete(ImageWriter writer) {
        // so does the last
    }

    @Override
    public void writeAborted(ImageWriter writer) {
        // by this
    }

    @Override
    public void thumbnailStarted(ImageWriter writer, int index, int thumbnail) {
        // of no concern
    }

    @Override
    public void thumbnailProgress(ImageWriter writer, float percentage) {
        // of no concern
    }

    @Override
    public void thumbnailComplete(ImageWriter writer) {
        // of no concern
    }
}
