package org.imageop.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code imageop_api}, by its names. C calls them, so none of them throws: an exception that leaves an upcall
 * ends the VM.
 */
final class ApiFunctions {
    /** What a function of C's API does; what it throws becomes the thread's error. */
    private interface Work {
        long run() throws Throwable;
    }

    /** The last error of a thread. */
    record Failure(int number, String message, @Nullable Throwable cause) {}

    /** How many bytes are copied at once. */
    private static final int RUN = 1 << 16;

    /** What a call of a thread leads to. */
    static final class Outcome {
        @Nullable
        Failure failure;

        @Nullable
        Object result;
    }

    private static final int BAD_REFERENCE = 1;
    private static final int BAD_ARGUMENT = 2;
    private static final int BAD_INDEX = 3;
    private static final int UNSUPPORTED = 4;
    private static final int IS_READ_ONLY = 5;
    private static final int FREED = 6;
    private static final int NO_MEMORY = 7;
    private static final int FAILED = 8;

    private final References references;
    private final ThreadLocal<Outcome> outcomes = ThreadLocal.withInitial(Outcome::new);

    ApiFunctions(References references) {
        this.references = references;
    }

    /** What C left in this thread so far. */
    Outcome outcome() {
        return outcomes.get();
    }

    /** From now on, C leaves things of this thread there. A call within a call has an outcome of its own. */
    void leaveIn(Outcome outcome) {
        outcomes.set(outcome);
    }

    private long guarded(long failed, Work work) {
        try {
            return work.run();
        } catch (Throwable e) {
            String message = e.getMessage();
            outcome().failure = new Failure(number(e), message == null ? e.toString() : message, e);
            return failed;
        }
    }

    private static int number(Throwable e) {
        if (e instanceof NoSuchElementException) {
            return BAD_REFERENCE;
        } else if (e instanceof ReadOnlyImageException) {
            return IS_READ_ONLY;
        } else if (e instanceof UnsupportedOperationException) {
            return UNSUPPORTED;
        } else if (e instanceof IndexOutOfBoundsException) {
            return BAD_INDEX;
        } else if (e instanceof IllegalArgumentException || e instanceof NullPointerException) {
            return BAD_ARGUMENT;
        } else if (e instanceof IllegalStateException) {
            return FREED;
        }
        return e instanceof OutOfMemoryError ? NO_MEMORY : FAILED;
    }

    long retain(long object) {
        return guarded(0, () -> references.add(references.get(object)));
    }

    int release(long object) {
        return (int) guarded(-1, () -> {
            references.remove(object);
            return 0;
        });
    }

    int error() {
        Failure failure = outcome().failure;
        return failure == null ? 0 : failure.number;
    }

    int error_message(MemorySegment to, int room) {
        return (int) guarded(-1, () -> {
            Failure failure = outcome().failure;
            byte[] text = (failure == null ? "" : failure.message).getBytes(StandardCharsets.UTF_8);
            if (room > 0) {
                MemorySegment target = memory(to, room);
                int length = Math.min(text.length, room - 1);
                MemorySegment.copy(text, 0, target, JAVA_BYTE, 0, length);
                target.set(JAVA_BYTE, length, (byte) 0);
            }
            return text.length + 1;
        });
    }

    int fail(int number, MemorySegment text) {
        return (int) guarded(number, () -> {
            String message = text.equals(MemorySegment.NULL)
                    ? ""
                    : memory(text, Long.MAX_VALUE).getString(0);
            outcome().failure = new Failure(number, message, null);
            return number;
        });
    }

    int set_result(long object) {
        return (int) guarded(-1, () -> {
            outcome().result = references.get(object);
            return 0;
        });
    }

    int image_check(long object) {
        return (int) guarded(-1, () -> references.get(object) instanceof ImageLike ? 1 : 0);
    }

    int image_check_exact(long object) {
        return (int) guarded(-1, () -> references.get(object) instanceof StandardImage ? 1 : 0);
    }

    int object_check_image(long object) {
        return (int) guarded(-1, () -> {
            Object found = references.get(object);
            try {
                // finds out images that contradict themselves
                StandardImage.wrap(Images.of(found));
                return 1;
            } catch (IllegalArgumentException | IllegalStateException e) {
                return 0;
            }
        });
    }

    long new_image(int mode, int width, int height) {
        return guarded(0, () -> references.add(allocate(mode(mode), width, height)));
    }

    long from_image(long image, int mode, int width, int height) {
        return guarded(0, () -> {
            ImageLike source = image(image);
            Mode to = mode == -1 ? source.mode() : mode(mode);
            int w = width == 0 ? source.width() : width;
            int h = height == 0 ? source.height() : height;
            boolean resized = w != source.width() || h != source.height();
            return references.add(inNativeMemory(resized ? StandardImage.from(source, to, w, h) : source, to));
        });
    }

    long from_buffer(MemorySegment bytes, long length, int mode, int width, int height) {
        return guarded(0, () -> {
            Mode to = mode(mode);
            long expected = to.length(width, height);
            if (length != expected) {
                throw new IllegalArgumentException("A " + width + "×" + height + " " + to + " image has " + expected
                        + " bytes, but the memory has " + length + " [errors.md#array-length]");
            }
            MemorySegment own = Arena.ofAuto().allocate(length);
            own.copyFrom(memory(bytes, length));
            return references.add(ForeignImages.wrap(to, width, height, own));
        });
    }

    int get_mode(long image) {
        return (int) guarded(-1, () -> image(image).mode().ordinal());
    }

    int get_width(long image) {
        return (int) guarded(-1, () -> image(image).width());
    }

    int get_height(long image) {
        return (int) guarded(-1, () -> image(image).height());
    }

    int read_only(long image) {
        return (int) guarded(-1, () -> image(image).buffer().readOnly() ? 1 : 0);
    }

    int clip(long image) {
        return (int) guarded(-1, () -> {
            image(image).clip();
            return 0;
        });
    }

    int split(long image, MemorySegment images, int room) {
        return (int) guarded(-1, () -> {
            ImageLike whole = image(image);
            int number = whole.mode().components();
            if (room < number) {
                throw new IllegalArgumentException("A " + whole.mode() + " image is split into " + number
                        + " images, and there is room for " + room + " [errors.md#number-of-values]");
            }
            MemorySegment out = memory(images, JAVA_LONG.byteSize() * number);
            List<StandardImage> parts = whole.split().stream()
                    .map(part -> inNativeMemory(part, part.mode()))
                    .toList();
            for (int c = 0; c < number; c++) {
                out.setAtIndex(JAVA_LONG, c, references.add(parts.get(c)));
            }
            return number;
        });
    }

    long get_buffer(long image) {
        return guarded(0, () -> references.add(image(image).buffer()));
    }

    int as_buffer(long object, MemorySegment memory, MemorySegment length) {
        return (int) guarded(-1, () -> {
            MemorySegment address = memory(memory, ADDRESS.byteSize());
            MemorySegment number = memory(length, JAVA_LONG.byteSize());
            ImageBuffer buffer = buffer(object);
            MemorySegment bytes = bytes(buffer);
            address.set(ADDRESS, 0, bytes);
            number.set(JAVA_LONG, 0, buffer.length());
            return 0;
        });
    }

    int read_bytes(long object, long index, MemorySegment to, long count) {
        return (int) guarded(-1, () -> {
            ImageBuffer buffer = buffer(object);
            checkRange(buffer, index, count);
            MemorySegment target = memory(to, count);
            byte[] run = new byte[(int) Math.min(count, RUN)];
            for (long done = 0; done < count; done += run.length) {
                int length = (int) Math.min(run.length, count - done);
                buffer.get(index + done, run, 0, length);
                MemorySegment.copy(run, 0, target, JAVA_BYTE, done, length);
            }
            return 0;
        });
    }

    int write_bytes(long object, long index, MemorySegment from, long count) {
        return (int) guarded(-1, () -> {
            ImageBuffer buffer = buffer(object);
            checkRange(buffer, index, count);
            MemorySegment source = memory(from, count);
            byte[] run = new byte[(int) Math.min(count, RUN)];
            for (long done = 0; done < count; done += run.length) {
                int length = (int) Math.min(run.length, count - done);
                MemorySegment.copy(source, JAVA_BYTE, done, run, 0, length);
                buffer.set(index + done, run, 0, length);
            }
            return 0;
        });
    }

    private static void checkRange(ImageBuffer buffer, long index, long count) {
        if (count < 0 || index < 0 || index > buffer.length() - count) {
            throw new IndexOutOfBoundsException("There are no " + count + " bytes from byte " + index
                    + " on in a buffer of " + buffer.length() + " [errors.md#bytes-beyond-buffer]");
        }
    }

    private ImageLike image(long reference) {
        Object object = references.get(reference);
        if (!Images.isImage(object)) {
            throw References.notAn("image", object);
        }
        return Images.of(object);
    }

    private ImageBuffer buffer(long reference) {
        return references.get(reference) instanceof ImageBuffer buffer
                ? buffer
                : image(reference).buffer();
    }

    /** The bytes of an image that lies in native memory as its buffer has it. */
    private static MemorySegment bytes(ImageBuffer buffer) {
        // asks the owner of the memory
        buffer.get(0);
        PixelLayout layout = buffer.layout().orElse(null);
        if (layout != null && layout.canonical() && layout.plane(0).memory().isDirect()) {
            Buffer memory = layout.plane(0).memory().clear();
            long element = SegmentPlane.elementOf(memory).byteSize();
            if (element == 1 || SegmentPlane.elementOf(memory).order() == ByteOrder.nativeOrder()) {
                return MemorySegment.ofBuffer(memory).asSlice(layout.plane(0).offset() * element);
            }
        }
        throw new UnsupportedOperationException(
                "The bytes of this image are not in native memory in their order, so that they"
                        + " have no address; copy them with read_bytes, or the image with from_image [errors.md#no-address]");
    }

    private static Mode mode(int number) {
        if (number < 0 || number >= Mode.values().length) {
            throw new IllegalArgumentException("No mode has the number " + number + "; the modes are 0 to "
                    + (Mode.values().length - 1) + ", as imageop.h names them [errors.md#no-such-mode]");
        }
        return Mode.values()[number];
    }

    private static StandardImage inNativeMemory(ImageLike image, Mode mode) {
        StandardImage copy = allocate(mode, image.width(), image.height());
        Images.copy(image, copy);
        return copy;
    }

    /** A new image with the bytes that a mode has by default (P-68). */
    private static StandardImage allocate(Mode mode, int width, int height) {
        byte filling = (byte) StandardImage.of(mode, mode.xDivisor(), mode.yDivisor())
                .buffer()
                .get(0);
        MemorySegment memory =
                Arena.ofAuto().allocate(mode.length(width, height)).fill(filling);
        return ForeignImages.wrap(mode, width, height, memory);
    }

    /** What a pointer of C points at. */
    @SuppressWarnings("restricted")
    private static MemorySegment memory(MemorySegment pointer, long bytes) {
        if (pointer.equals(MemorySegment.NULL)) {
            throw new NullPointerException("C passed NULL where memory was expected [errors.md#null-from-c]");
        }
        return pointer.reinterpret(bytes);
    }
}
