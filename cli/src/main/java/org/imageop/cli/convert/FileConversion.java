package org.imageop.cli.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Transfer;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.Problem;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.WriteOptions;
import org.imageop.imageio.WriteResult;
import org.imageop.imageio.files.AtomicFile;
import org.jspecify.annotations.Nullable;

/**
 * The way of images from file to file: read, edited, passed through libraries, written.
 *
 * @param source how to read
 * @param edits what to change
 * @param via the libraries on the way
 * @param options how to write
 * @param overwrite whether an existing file may be replaced
 * @param selection the frames to convert, or null for all that the target shows alike
 */
record FileConversion(
        InputOptions source,
        EditOptions edits,
        List<ViaLibrary> via,
        WriteOptions options,
        boolean overwrite,
        @Nullable FrameSelection selection) {
    /** What {@link WriteResult#losses} calls it. */
    private static final String LOSSY = "lossy compression";

    /** The suffix of animated PNG files. A file with the usual one is expected to be a still image. */
    private static final String ANIMATED = ".apng";

    /**
     * What was written, and how the libraries took the image.
     *
     * @param written the new file
     * @param result the image in it, or its last one
     * @param frames how many it has
     * @param transfers for each library what happened to the first image
     * @param leftOut the parts of the source that were left out, as short phrases
     */
    record Outcome(
            WriteResult written, ImageLike result, int frames, List<Transfer<?>> transfers, List<String> leftOut) {
        /** What could not be kept on the way, as short phrases; not that a lossy format is lossy, which was asked for. */
        List<String> losses() {
            List<String> losses = new ArrayList<>(leftOut);
            losses.addAll(written.losses());
            losses.remove(LOSSY);
            return losses;
        }

        boolean lossy() {
            return written.losses().contains(LOSSY);
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
        return run(from, to, images -> writing(to, () -> ImageFiles.writeFrames(images, to, options)));
    }

    /** Converts a file; a stream gets the result when it is complete. */
    Outcome run(Path from, OutputStream to) throws IOException {
        return run(from, null, images -> ImageFiles.writeFrames(images, to, options));
    }

    private interface Writer {
        WriteResult write(Iterable<ImageLike> images) throws IOException;
    }

    private Outcome run(Path from, @Nullable Path to, Writer writer) throws IOException {
        try (InputOptions.Input input = source.open(from)) {
            List<Integer> selected = selected(from, input, to);
            List<String> leftOut = new ArrayList<>();
            int further = input.frames() - input.firstShown() - selected.size();
            if (selection == null && further > 0) {
                leftOut.add(Amounts.count(further, "further frame"));
            }
            Way way = new Way(selected.size() > 1);
            WriteResult written = writer.write(() -> way.of(input, selected.iterator()));
            leftOut.addAll(way.losses);
            return new Outcome(written, Objects.requireNonNull(way.last), selected.size(), way.transfers, leftOut);
        }
    }

    private List<Integer> selected(Path from, InputOptions.Input input, @Nullable Path to) throws IOException {
        if (selection != null) {
            return selection.of(from, input.firstShown(), input.frames());
        }
        Optional<TargetFormat> target = options.format()
                .map(TargetFormat::named)
                .orElseGet(() -> to == null ? Optional.empty() : TargetFormat.ofSuffix(to));
        boolean stillExpected = target.isPresent()
                && target.get().name().equals("PNG")
                && (to == null || !to.toString().toLowerCase(Locale.ROOT).endsWith(ANIMATED));
        boolean all = target.isPresent() && target.get().frames() && !stillExpected && input.goesInto(target.get());
        return all
                ? new FrameSelection(List.of()).of(from, input.firstShown(), input.frames())
                : FrameSelection.FIRST.of(from, 0, input.frames());
    }

    /** What happens to each image between its file and the other one. */
    private final class Way {
        private final boolean several;
        private final Set<String> losses = new LinkedHashSet<>();
        private final List<Transfer<?>> transfers = new ArrayList<>();
        private @Nullable ImageLike last;

        Way(boolean several) {
            this.several = several;
        }

        /** Each image is read when it is asked for. */
        Iterator<ImageLike> of(InputOptions.Input input, Iterator<Integer> frames) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return frames.hasNext();
                }

                @Override
                public ImageLike next() {
                    return take(input, frames.next());
                }
            };
        }

        private ImageLike take(InputOptions.Input input, int frame) {
            try {
                ImageLike read = input.image(frame, edits::keepOrder);
                losses.addAll(InputOptions.missing(read));
                if (!several) {
                    // a still image is not shown for a time
                    read.info().keySet().removeAll(List.of(InfoKeys.DURATION, InfoKeys.LOOP));
                }
                last = changed(read);
                return last;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private ImageLike changed(ImageLike read) {
            EditOptions.Edited edited = edits.apply(read);
            losses.addAll(edited.losses());
            ImageLike result = edited.image();
            boolean first = transfers.isEmpty();
            for (ViaLibrary library : via) {
                Transfer<?> transfer = library.transfer(result);
                if (first) {
                    transfers.add(transfer);
                }
                losses.addAll(transfer.losses());
                result = ViaLibrary.accept(transfer.image(), result.mode());
            }
            edits.carryInfo(read, result);
            return result;
        }
    }
}
