package org.imageop.tck.image;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import org.imageop.ImageBuffer;
import org.imageop.Slice;
import org.imageop.tck.engine.Samples;

/** The rules of the buffer's bulk methods. */
final class BufferRules {
    private BufferRules() {}

    static void addTo(RuleList rules) {
        rules.add(
                "P-21",
                ImageRule.Scope.ANY,
                "bytes are read by runs and by Slice as they are read one by one",
                "the buffer's get(long, byte[], int, int) and get(Slice), if it overrides them",
                "reading runs and slices of the buffer",
                s -> {
                    ImageBuffer buffer = s.image.buffer();
                    byte[] bytes = s.before.bytes();
                    int n = bytes.length;
                    byte[] run = new byte[n + 2];
                    buffer.get(0, run, 1, n);
                    s.same("all bytes as a run", bytes, Arrays.copyOfRange(run, 1, n + 1));
                    s.same("array beside the run", 0, run[0] + run[n + 1]);
                    for (int first = 0; first < n; first += 1 + n / 7) {
                        byte[] one = new byte[n - first];
                        buffer.get(first, one, 0, one.length);
                        s.same("run from byte " + first, Arrays.copyOfRange(bytes, first, n), one);
                    }
                    byte[] reversed = new byte[n];
                    byte[] second = new byte[(n + 1) / 2];
                    for (int i = 0; i < n; i++) {
                        reversed[n - 1 - i] = bytes[i];
                        second[i / 2] = i % 2 == 0 ? bytes[i] : second[i / 2];
                    }
                    s.same("[:]", bytes, buffer.get(Slice.ALL));
                    s.same("[::-1]", reversed, buffer.get(Slice.ALL.by(-1)));
                    s.same("[::2]", second, buffer.get(Slice.ALL.by(2)));
                    s.same("[1:1]", 0, buffer.get(Slice.of(1, 1)).length);
                });
        rules.add(
                "P-21",
                ImageRule.Scope.WRITABLE,
                "bytes are written by runs and by Slice as they are written one by one",
                "the buffer's set(long, byte[], int, int) and set(Slice, byte[]), if it overrides them",
                "writing runs and slices of the buffer",
                s -> {
                    ImageBuffer buffer = s.image.buffer();
                    // opaque, so that premultiplied memory keeps the bytes
                    byte[] bytes = s.random(21).opaque().bytes();
                    byte[] reversed = new byte[bytes.length];
                    for (int i = 0; i < bytes.length; i++) {
                        reversed[bytes.length - 1 - i] = bytes[i];
                    }
                    s.before.opaque().write(buffer);
                    buffer.set(0, bytes, 0, bytes.length);
                    s.same(
                            "bytes after a run",
                            bytes,
                            Samples.read(s.shape, buffer).bytes());
                    // bytes of a sample one by one are not what fewer bits can keep
                    if (s.exact() || s.shape.bits() == 8) {
                        s.before.opaque().write(buffer);
                        buffer.set(Slice.ALL.by(-1), reversed);
                    }
                    s.same(
                            "bytes after [::-1]",
                            bytes,
                            Samples.read(s.shape, buffer).bytes());
                    s.refused(
                            IllegalArgumentException.class,
                            "[:] with one byte too many",
                            () -> buffer.set(Slice.ALL, new byte[bytes.length + 1]));
                    s.same(
                            "bytes after refusals",
                            bytes,
                            Samples.read(s.shape, buffer).bytes());
                });
        rules.add(
                "P-21",
                ImageRule.Scope.WRITABLE,
                "a value that is not a byte is an IllegalArgumentException",
                "whether the buffer's set(long, int) checks its value, 0 to 255",
                "writing what is not a byte into the buffer",
                s -> {
                    for (int value : new int[] {256, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                        s.refused(
                                IllegalArgumentException.class,
                                "set(0, " + value + ")",
                                () -> s.image.buffer().set(0, value));
                        s.unchanged();
                    }
                });
        rules.add(
                "B-3",
                ImageRule.Scope.ANY,
                "runs check both ranges before anything is copied",
                "whether Objects.checkFromIndexSize comes before the loop, for the buffer and for the array",
                "runs beyond the buffer's end",
                s -> {
                    ImageBuffer buffer = s.image.buffer();
                    int n = (int) s.shape.bytes();
                    byte[] run = new byte[n + 1];
                    Arrays.fill(run, (byte) 77);
                    s.refused(
                            IndexOutOfBoundsException.class,
                            "a run that is too long",
                            () -> buffer.get(0, run, 0, n + 1));
                    s.refused(
                            IndexOutOfBoundsException.class,
                            "an array that is too short",
                            () -> buffer.get(0, run, 2, n));
                    s.refused(IndexOutOfBoundsException.class, "a run from -1", () -> buffer.get(-1, run, 0, 1));
                    for (byte value : run) {
                        s.same("array after refusals", 77, (int) value);
                    }
                    if (!s.readOnly) {
                        s.refused(
                                IndexOutOfBoundsException.class,
                                "writing too long",
                                () -> buffer.set(0, run, 0, n + 1));
                        s.refused(IndexOutOfBoundsException.class, "writing from -1", () -> buffer.set(-1, run, 0, 1));
                    }
                    s.unchanged();
                });
        rules.add(
                "B-7",
                ImageRule.Scope.ANY,
                "the iterator gives all bytes in order, then throws NoSuchElementException",
                "the buffer's iterator(), if it overrides it",
                "iterating the buffer",
                s -> {
                    PrimitiveIterator.OfInt iterator = s.image.buffer().iterator();
                    for (byte expected : s.before.bytes()) {
                        s.holds("hasNext() before the end", iterator.hasNext());
                        s.same("next byte", expected & 0xff, iterator.nextInt());
                    }
                    s.same("hasNext() at the end", false, iterator.hasNext());
                    s.refused(NoSuchElementException.class, "nextInt() at the end", iterator::nextInt);
                });
        rules.add(
                "B-7",
                ImageRule.Scope.WRITABLE,
                "the iterator reads each byte when it is asked for it",
                "whether iterator() copies the bytes",
                "iterating the buffer while it changes",
                s -> {
                    PrimitiveIterator.OfInt iterator = s.image.buffer().iterator();
                    Samples then = s.random(7).opaque();
                    then.writeWhole(s.image.buffer());
                    for (byte expected : then.bytes()) {
                        s.same("next byte", expected & 0xff, iterator.nextInt());
                    }
                });
    }
}
