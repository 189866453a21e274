package org.imageop.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.Views;

/**
 * A way to call a function, mostly of C, with an image: for reading or writing, by bands of rows or as a whole, in place or on a
 * copy.
 *
 * <pre>{@code
 * CFunction invert = CFunction.of(library.find("invert_image").orElseThrow());
 * ImageCall.writing().run(AwtImages.wrap(bufferedImage), invert);
 * }</pre>
 *
 * <p>Images in memory that a layout describes are worked on in place, also parts and turned views of others, packed pixels,
 * planar images, and images on segments of any size. Native memory is handed over in one call. Arrays are handed over in bands
 * of rows, because no garbage can be collected meanwhile: each call works on some ten thousand pixels. Computed samples are
 * copied to native memory, by bands also, and written back.
 *
 * <p>Immutable; several threads may use it at once. The image belongs to the caller's thread during the call, as in any other
 * use. If the function fails, rows of earlier bands stay as it left them.
 */
public final class ImageCall {
    /** How many pixels are handed over at once. */
    private static final int BAND = 1 << 16;

    private final boolean writes;
    private final boolean whole;
    private final Copy copy;

    private ImageCall(boolean writes, boolean whole, Copy copy) {
        this.writes = writes;
        this.whole = whole;
        this.copy = copy;
    }

    /**
     * Calls that leave the samples as they are. The function may read any image, also a read-only one.
     *
     * @return a way to call
     */
    public static ImageCall reading() {
        return new ImageCall(false, false, Copy.IF_NEEDED);
    }

    /**
     * Calls that change samples. A read-only image is refused.
     *
     * @return a way to call
     */
    public static ImageCall writing() {
        return new ImageCall(true, false, Copy.IF_NEEDED);
    }

    /**
     * Calls with all rows at once, for functions whose rows depend on one another, such as a blur or an encoder. On an array the
     * garbage collector waits until the function returns, and so do threads that wait for it; {@link Copy#ALWAYS} avoids that.
     *
     * @return a way to call
     */
    public ImageCall whole() {
        return new ImageCall(writes, true, copy);
    }

    /**
     * Calls under a condition on copies. {@link Copy#NEVER} refuses images whose samples are computed. {@link Copy#ALWAYS} gives
     * the function native memory, so that it may take its time and may call Java back.
     *
     * @param condition {@link Copy#IF_NEEDED} unless given
     * @return a way to call
     */
    public ImageCall copy(Copy condition) {
        return new ImageCall(writes, whole, Objects.requireNonNull(condition, "condition"));
    }

    /**
     * Calls a function with an image.
     *
     * @param image any image
     * @param function reads or changes its samples; called in this thread, once or more
     * @return whether it worked in place, and if not, why
     * @throws ReadOnlyImageException if the function writes and the image is read-only
     * @throws CopyRequiredException if the samples are computed and copies are forbidden
     * @throws NativeCallException if the function returns a number other than 0, or throws a checked exception
     * @throws IllegalStateException if the memory was freed by its owner
     */
    public CallReport run(ImageLike image, BandFunction function) {
        Objects.requireNonNull(function, "function");
        // finds out images that contradict themselves
        StandardImage standard = StandardImage.wrap(image);
        if (writes && standard.buffer().readOnly()) {
            throw new ReadOnlyImageException("This " + describe(image)
                    + " is read-only and cannot be given to a function that writes; copy it with StandardImage.from"
                    + " [errors.md#read-only]");
        }
        try {
            return run(standard, memory(standard, image), function);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new NativeCallException(
                    "The function threw " + e + " on a " + describe(image) + " [errors.md#native-call-failed]", 0, e);
        } finally {
            Reference.reachabilityFence(standard);
        }
    }

    private CallReport run(StandardImage image, Optional<SegmentLayout> memory, BandFunction function)
            throws Throwable {
        if (memory.isPresent() && copy != Copy.ALWAYS) {
            return new CallReport(inPlace(image, memory.get(), function), Optional.empty(), List.of());
        }
        if (copy == Copy.NEVER) {
            throw new CopyRequiredException("The samples of this " + describe(image)
                    + " are computed, so that a native function cannot be given them in place; allow a copy with"
                    + " Copy.IF_NEEDED [errors.md#copy-required]");
        }
        String reason = memory.isPresent() ? "a copy was asked for" : "the samples are computed";
        List<String> losses = hasNumbers(image)
                ? List.of("numbers → samples of " + image.mode().bitsPerComponent() + " bits")
                : List.of();
        return new CallReport(copied(image, function), Optional.of(reason), losses);
    }

    /** Where an image lies, if it does. */
    private static Optional<SegmentLayout> memory(StandardImage standard, ImageLike image) {
        Optional<PixelLayout> layout = standard.buffer().layout();
        return layout.isPresent() ? layout.map(SegmentLayout::of) : Images.unwrap(image, SegmentLayout.class);
    }

    private int inPlace(StandardImage image, SegmentLayout memory, BandFunction function) throws Throwable {
        // asks the owner of the memory
        image.buffer().get(0);
        ImageSize size = image.size();
        Band all = new Band(memory, 0, size, !writes, false);
        int rows = whole || !all.onHeap() ? size.height() : rows(image);
        int calls = 0;
        for (int y = 0; y < size.height(); y += rows) {
            int count = Math.min(rows, size.height() - y);
            SegmentLayout part = memory.part(0, y, size.width(), count);
            call(function, new Band(part, y, size, !writes, false));
            calls++;
        }
        return calls;
    }

    private int copied(StandardImage image, BandFunction function) throws Throwable {
        Mode mode = image.mode();
        ImageSize size = image.size();
        int rows = whole ? size.height() : rows(image);
        int calls = 0;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(mode.length(size.width(), rows));
            for (int y = 0; y < size.height(); y += rows) {
                int count = Math.min(rows, size.height() - y);
                StandardImage part = Views.crop(image, 0, y, size.width(), count);
                SegmentLayout layout = SegmentLayout.of(mode, size.width(), count, memory);
                StandardImage copied = ForeignImages.wrap(layout);
                Images.copy(part, copied);
                call(function, new Band(layout, y, size, !writes, true));
                calls++;
                if (writes) {
                    Images.copy(copied, part);
                }
            }
        }
        return calls;
    }

    private static void call(BandFunction function, Band band) throws Throwable {
        int status = function.call(band);
        if (status != 0) {
            throw failed(band, status, "");
        }
    }

    /** The exception for a function that returned the number of an error. */
    static NativeCallException failed(Band band, int status, String message) {
        int last = band.firstRow() + band.memory().size().height() - 1;
        return new NativeCallException(
                "The function returned " + status + " for the rows " + band.firstRow() + " to " + last + " of a "
                        + band.image().width() + "×" + band.image().height() + " "
                        + band.memory().mode() + " image" + (message.isEmpty() ? "" : ": " + message)
                        + " [errors.md#native-call-failed]",
                status);
    }

    /** How many rows of an image make a band. */
    private static int rows(ImageLike image) {
        int divisor = image.mode().yDivisor();
        int rows = Math.max(1, BAND / image.size().width() / divisor) * divisor;
        return Math.min(rows, image.size().height());
    }

    /** Whether samples stand for numbers, which a copy of samples rounds. */
    private static boolean hasNumbers(ImageLike image) {
        Mode mode = image.mode();
        return mode.planar()
                ? mode.componentNames().stream().anyMatch(name -> hasNumbers(Views.component(image, name)))
                : !Images.rows(image).ranges().isEmpty();
    }

    private static String describe(ImageLike image) {
        return image.size().width() + "×" + image.size().height() + " " + image.mode() + " image";
    }
}
