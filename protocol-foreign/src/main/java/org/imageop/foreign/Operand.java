package org.imageop.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.jspecify.annotations.Nullable;

/** An image of a call, handed over by bands of rows: where it lies, or copied to native memory and, if it is written, back. */
final class Operand implements AutoCloseable {
    /** How many pixels are handed over at once. */
    private static final int BAND = 1 << 16;

    private final StandardImage image;
    private final boolean writes;
    private final Copy copy;

    /** The memory to hand over: the image's own, or a copy of all rows; null if bands are copied one by one. */
    private @Nullable SegmentLayout memory;

    private Optional<String> reason;
    private @Nullable Arena arena;
    private @Nullable MemorySegment room;

    private Operand(StandardImage image, boolean writes, Copy copy, @Nullable SegmentLayout memory) {
        this.image = image;
        this.writes = writes;
        this.copy = copy;
        this.memory = memory;
        this.reason = memory == null ? Optional.of("the samples are computed") : Optional.empty();
    }

    /**
     * Looks at an image.
     *
     * @param writes whether the function writes its samples
     * @throws ReadOnlyImageException if it writes, and the image is read-only
     * @throws CopyRequiredException if a copy is needed and forbidden
     */
    static Operand of(ImageLike image, boolean writes, Copy copy) {
        // finds out images that contradict themselves
        StandardImage standard = StandardImage.wrap(image);
        if (writes && standard.buffer().readOnly()) {
            throw new ReadOnlyImageException("This " + describe(standard)
                    + " is read-only and cannot be given to a function that writes; copy it with StandardImage.from"
                    + " [errors.md#read-only]");
        }
        Operand operand =
                new Operand(standard, writes, copy, ForeignImages.layout(image).orElse(null));
        if (operand.memory == null) {
            operand.checkCopy("The samples of this " + operand + " are computed");
        } else if (copy == Copy.ALWAYS) {
            operand.memory = null;
            operand.reason = Optional.of("a copy was asked for");
        } else {
            // asks the owner of the memory
            standard.buffer().get(0);
        }
        return operand;
    }

    private void checkCopy(String obstacle) {
        if (copy == Copy.NEVER) {
            throw new CopyRequiredException(
                    obstacle + ", so that a native function cannot be given them in place; allow a copy with"
                            + " Copy.IF_NEEDED [errors.md#copy-required]");
        }
    }

    /**
     * Copies all samples now if writing another image might change them before they are read.
     *
     * @throws CopyRequiredException if it might, and copies are forbidden
     */
    void keepApartFrom(Operand target) {
        if (!Foundations.of(image, memory).meet(Foundations.of(target.image, target.memory))) {
            return;
        }
        checkCopy("The samples of this " + this + " may share memory with those of the " + target + " to write");
        ImageSize size = image.size();
        memory = copied(0, size.height(), room(size.height()));
        reason = Optional.of(reason.map(why -> why + ", maybe from the target's memory")
                .orElse("it may share memory with the target"));
    }

    ImageSize size() {
        return image.size();
    }

    int yDivisor() {
        return image.mode().yDivisor();
    }

    /** How many rows a band should have, if rows stand for themselves. */
    int bandRows() {
        int height = image.height();
        boolean once = memory != null && memory.isNative();
        return once ? height : Math.min(height, Math.max(1, BAND / image.width()));
    }

    /** Some rows, for a function. */
    Band band(int y, int rows, int mostRows) {
        boolean copied = reason.isPresent();
        SegmentLayout part = memory != null ? memory.part(0, y, image.width(), rows) : copied(y, rows, room(mostRows));
        return new Band(part, y, image.size(), !writes, copied);
    }

    /** Takes rows back that a function has changed. */
    void done(Band band) {
        if (writes && band.copied()) {
            Images.copy(
                    ForeignImages.wrap(band.memory()),
                    rows(band.firstRow(), band.memory().size().height()));
        }
    }

    CallReport report(int calls) {
        boolean rounded = reason.isPresent() && hasNumbers(image);
        return new CallReport(
                calls,
                reason,
                rounded ? List.of("numbers → samples of " + image.mode().bitsPerComponent() + " bits") : List.of());
    }

    private SegmentLayout copied(int y, int rows, MemorySegment to) {
        SegmentLayout layout = SegmentLayout.of(image.mode(), image.width(), rows, to);
        Images.copy(rows(y, rows), ForeignImages.wrap(layout));
        return layout;
    }

    private StandardImage rows(int y, int count) {
        return Views.crop(image, 0, y, image.width(), count);
    }

    private MemorySegment room(int rows) {
        if (room == null) {
            arena = Arena.ofConfined();
            room = arena.allocate(image.mode().length(image.width(), rows));
        }
        return room;
    }

    /** Whether samples stand for numbers, which a copy of samples rounds. */
    private static boolean hasNumbers(ImageLike image) {
        Mode mode = image.mode();
        return mode.planar()
                ? mode.componentNames().stream().anyMatch(name -> hasNumbers(Views.component(image, name)))
                : !Images.rows(image).ranges().isEmpty();
    }

    private static String describe(ImageLike image) {
        return image.width() + "×" + image.height() + " " + image.mode() + " image";
    }

    /** The image in words. */
    @Override
    public String toString() {
        return describe(image);
    }

    /** Frees copies. Until then the owner of the memory is kept. */
    @Override
    public void close() {
        if (arena != null) {
            arena.close();
        }
        Reference.reachabilityFence(image);
    }
}
