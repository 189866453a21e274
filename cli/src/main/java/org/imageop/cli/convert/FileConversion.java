package org.imageop.cli.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.Problem;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.WriteOptions;
import org.imageop.imageio.WriteResult;
import org.imageop.imageio.files.AtomicFile;

/**
 * The way of one image from file to file: read, edited, passed through libraries, written.
 *
 * @param source how to read
 * @param edits what to change
 * @param via the libraries on the way
 * @param options how to write
 * @param overwrite whether an existing file may be replaced
 */
record FileConversion(
        InputOptions source, EditOptions edits, List<ViaLibrary> via, WriteOptions options, boolean overwrite) {

    /**
     * What was written, and how the libraries took the image.
     *
     * @param written the new file
     * @param result the image in it
     * @param transfers for each library what happened
     * @param leftOut the parts of the source that were left out, as short phrases
     */
    record Outcome(WriteResult written, ImageLike result, List<Transfer<?>> transfers, List<String> leftOut) {
        /** What could not be kept on the way, as short phrases. */
        List<String> losses() {
            List<String> losses = new ArrayList<>(leftOut);
            transfers.forEach(transfer -> losses.addAll(transfer.losses()));
            losses.addAll(written.losses());
            return losses;
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private static <T> T writing(Path to, Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException e) {
            throw Problem.notWritten(to, e);
        }
    }

    /** Converts a file; the target is whole or untouched. */
    Outcome run(Path from, Path to) throws IOException {
        writing(to, () -> AtomicFile.at(to, overwrite)); // before anything is read
        return run(from, image -> writing(to, () -> ImageFiles.write(image, to, options)));
    }

    /** Converts a file; a stream gets the result when it is complete. */
    Outcome run(Path from, OutputStream to) throws IOException {
        return run(from, image -> ImageFiles.write(image, to, options));
    }

    private interface Writer {
        WriteResult write(ImageLike image) throws IOException;
    }

    private Outcome run(Path from, Writer writer) throws IOException {
        try (InputOptions.Frame first = source.first(from, edits.keepOrder())) {
            return run(first, writer);
        }
    }

    private Outcome run(InputOptions.Frame first, Writer writer) throws IOException {
        ImageLike read = first.image();
        EditOptions.Edited edited = edits.apply(read);
        ImageLike result = edited.image();
        List<Transfer<?>> transfers = new ArrayList<>();
        for (ViaLibrary library : via) {
            Transfer<?> transfer = library.transfer(result);
            transfers.add(transfer);
            result = ViaLibrary.accept(transfer.image(), result.mode());
        }
        if (result != read) {
            result.info().putAll(edits.metadata(read));
        }
        List<String> leftOut = new ArrayList<>();
        if (first.frames() > 1) {
            leftOut.add(Amounts.count(first.frames() - 1, "further frame"));
        }
        leftOut.addAll(edited.losses());
        return new Outcome(writer.write(result), result, transfers, leftOut);
    }
}
