package org.imageop.imageio.reading;

import java.io.InterruptedIOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import org.imageop.imageio.input.FileInput;
import org.imageop.imageio.plugins.Watch;

/** Tells a watch how far a reader is, and stops the reader if it says so, in its decoding as in its reading of the file. */
final class ReadProgress implements IIOReadProgressListener {
    private final Watch watch;
    private final FileInput input;

    ReadProgress(Watch watch, FileInput input) {
        this.watch = watch;
        this.input = input;
    }

    @Override
    public void imageProgress(ImageReader reader, float percentage) {
        // the end is reported when the image is there
        if (!watch.goesOn(Math.min(percentage / 100, 0.99))) {
            reader.abort();
            try {
                watch.check();
            } catch (InterruptedIOException e) {
                input.cancel(e);
            } catch (RuntimeException e) {
                return; // thrown by the watch again, where no plugin catches it
            }
        }
    }

    @Override
    public void imageStarted(ImageReader reader, int index) {
        // the first row says the same
    }

    @Override
    public void imageComplete(ImageReader reader) {
        // so does the last
    }

    @Override
    public void readAborted(ImageReader reader) {
        // by this
    }

    @Override
    public void sequenceStarted(ImageReader reader, int firstIndex) {
        // of no concern
    }

    @Override
    public void sequenceComplete(ImageReader reader) {
        // of no concern
    }

    @Override
    public void thumbnailStarted(ImageReader reader, int index, int thumbnail) {
        // of no concern
    }

    @Override
    public void thumbnailProgress(ImageReader reader, float percentage) {
        // of no concern
    }

    @Override
    public void thumbnailComplete(ImageReader reader) {
        // of no concern
    }
}
