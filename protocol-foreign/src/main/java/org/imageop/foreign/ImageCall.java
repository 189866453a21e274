package org.imageop.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.ReadOnlyImageException;

/**
 * A way to call a function, mostly of C, with an image, or with two: for reading or writing, by bands of rows or as a whole, in
 * place or on a copy.
 *
 * <pre>{@code
 * CFunction invert = CFunction.of(library.find("invert_image").orElseThrow());
 * ImageCall.writing().run(AwtImages.wrap(bufferedImage), invert);
 * ImageCall.writing().run(source, target, CPairFunction.of(library.find("blur_image").orElseThrow()));
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
     * Calls that change samples: of the image, or, of two, those of the target. A read-only image is refused.
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
        try (Operand only = Operand.of(image, writes, copy)) {
            return only.report(calls(List.of(only), bands -> function.call(bands.get(0))));
        }
    }

    /**
     * Calls a function with two images: it reads the source and writes the target. With {@link #reading} it reads both. Modes and
     * sizes may differ. If the heights are the same, both come in bands of the same rows where one alone would; else as a whole.
     *
     * <p>If writing the target might change the source, all of the source is copied before the first call, so that the
     * function reads what was there. A function that bears to read and write the same pixels takes one image instead.
     *
     * @param source any image; read
     * @param target any image; written, or read with {@link #reading}
     * @param function called in this thread, once or more
     * @return for each image, whether the function worked in place, and if not, why
     * @throws ReadOnlyImageException if the function writes and the target is read-only
     * @throws CopyRequiredException if copies are forbidden, and the samples of one are computed, or the two may share memory
     * @throws NativeCallException if the function returns a number other than 0, or throws a checked exception
     * @throws IllegalStateException if the memory of one was freed by its owner
     */
    public PairReport run(ImageLike source, ImageLike target, PairFunction function) {
        Objects.requireNonNull(function, "function");
        try (Operand from = Operand.of(source, false, copy);
                Operand to = Operand.of(target, writes, copy)) {
            if (writes) {
                from.keepApartFrom(to);
            }
            int calls = calls(List.of(from, to), bands -> function.call(bands.get(0), bands.get(1)));
            return new PairReport(from.report(calls), to.report(calls));
        }
    }

    /** A function on the same rows of some images. */
    private interface Function {
        int call(List<Band> bands) throws Throwable;
    }

    private int calls(List<Operand> images, Function function) {
        boolean together = images.stream()
                        .mapToInt(image -> image.size().height())
                        .distinct()
                        .count()
                == 1;
        int most = whole || !together ? Integer.MAX_VALUE : rows(images);
        int calls = 0;
        for (int y = 0; y < images.get(0).size().height(); y += Math.min(most, Integer.MAX_VALUE - y)) {
            List<Band> bands = new ArrayList<>();
            for (Operand image : images) {
                int height = image.size().height();
                bands.add(image.band(y, Math.min(most, height - y), Math.min(most, height)));
            }
            call(images, function, bands);
            calls++;
            for (int i = 0; i < bands.size(); i++) {
                images.get(i).done(bands.get(i));
            }
        }
        return calls;
    }

    /** How many rows make a band of each of some images. */
    private static int rows(List<Operand> images) {
        int rows = images.stream().mapToInt(Operand::bandRows).min().orElseThrow();
        int divisor = images.stream().mapToInt(Operand::yDivisor).max().orElseThrow();
        return Math.max(1, rows / divisor) * divisor;
    }

    private static void call(List<Operand> images, Function function, List<Band> bands) {
        try {
            int status = function.call(bands);
            if (status != 0) {
                throw NativeCallException.of(bands, status, "");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            String which = images.stream().map(image -> "a " + image).collect(Collectors.joining(" and "));
            throw new NativeCallException(
                    "The function threw " + e + " on " + which + " [errors.md#native-call-failed]", 0, e);
        }
    }
}
