package org.imageop.verification.proof.broken;

import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGBA;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.imageop.ImageBuffer;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.SampleRows;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.verification.model.PassingRows;

/** Images whose storage breaks one rule, as people break them. */
public final class BrokenBuffers extends BrokenList {
    public static List<Broken> all() {
        BrokenBuffers images = new BrokenBuffers();
        images.buffers();
        images.threads();
        images.readOnly();
        images.alpha();
        images.rows();
        return images.list();
    }

    private void buffer(String rule, String mistake, Function<ImageBuffer, ImageBuffer> breaking) {
        add(rule, mistake, RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            private final ImageBuffer broken = breaking.apply(whole.buffer());

            @Override
            public ImageBuffer buffer() {
                return broken;
            }
        });
    }

    private void buffers() {
        buffer("P-21", "slices of the buffer lose their step", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public byte[] get(Slice slice) {
                return super.get(slice.by(1));
            }
        });
        buffer("P-19", "bytes have a sign", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public int get(long index) {
                return (byte) super.get(index);
            }
        });
        buffer("P-21", "bytes above 255 lose their upper bits", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public void set(long index, int value) {
                super.set(index, value & 0xff);
            }
        });
        buffer("B-3", "runs are copied until the end is hit", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public void get(long index, byte[] target, int offset, int count) {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = (byte) get(index + i);
                }
            }
        });
        buffer("B-5", "readOnly() is true where writing is possible", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public boolean readOnly() {
                return true;
            }
        });
        buffer("B-8", "readOnly() differs from the layout's", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public Optional<PixelLayout> layout() {
                return whole.layout()
                        .map(layout -> PixelLayout.of(
                                layout.mode(),
                                layout.size().width(),
                                layout.size().height(),
                                ((ByteBuffer) layout.memory().orElseThrow()).asReadOnlyBuffer()));
            }
        });
        buffer("B-7", "the iterator goes on after the end", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public PrimitiveIterator.OfInt iterator() {
                return LongStream.range(0, length() + 1)
                        .mapToInt(i -> get(i % length()))
                        .iterator();
            }
        });
        buffer("P-58", "bytes beyond the end are 0", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public int get(long index) {
                return index == length() ? 0 : super.get(index);
            }
        });
        buffer("B-6", "the layout is another image's", whole -> new BrokenImage.Bytes(whole) {
            private final StandardImage other = StandardImage.of(RGB, 7, 5);

            @Override
            public Optional<PixelLayout> layout() {
                return other.buffer().layout();
            }
        });
        buffer("B-7", "the iterator gives the bytes of an earlier time", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public PrimitiveIterator.OfInt iterator() {
                byte[] then = get(Slice.ALL);
                return IntStream.range(0, then.length).map(i -> then[i] & 0xff).iterator();
            }
        });
    }

    private void threads() {
        buffer("T-2", "the buffer works in the thread that made it only", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public Optional<PixelLayout> layout() {
                return whole.layout();
            }

            private final Thread owner = Thread.currentThread();

            @Override
            public int get(long index) {
                if (Thread.currentThread() != owner) {
                    throw new IllegalStateException("another thread");
                }
                return super.get(index);
            }
        });
        buffer("T-3", "writing works in the thread that made it only", whole -> new BrokenImage.Bytes(whole) {
            private final Thread owner = Thread.currentThread();

            @Override
            public Optional<PixelLayout> layout() {
                return whole.layout();
            }

            @Override
            public void set(long index, int value) {
                if (Thread.currentThread() != owner) {
                    throw new IllegalStateException("another thread");
                }
                super.set(index, value);
            }
        });
    }

    private void computed(String rule, String mistake, UnaryOperator<SampleRows> breaking) {
        add(rule, "computed, " + mistake, RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            private final ImageBuffer computed = ImageBuffer.computed(m, w, h, breaking.apply(Images.rows(whole)));

            @Override
            public ImageBuffer buffer() {
                return computed;
            }
        });
    }

    private void rows() {
        computed("A-10", "runs always begin at the left", whole -> new PassingRows(whole) {
            @Override
            public void read(int x, int y, int count, int[] target, int offset) {
                whole.read(count > 1 ? 0 : x, y, count, target, offset);
            }
        });
        computed("A-10", "runs are written at the array's beginning", whole -> new PassingRows(whole) {
            @Override
            public void write(int x, int y, int count, int[] source, int offset) {
                whole.write(x, y, count, source, count > 1 ? 0 : offset);
            }
        });
        computed("T-4", "rows that are concurrent work in one thread only", whole -> new PassingRows(whole) {
            private final Thread owner = Thread.currentThread();

            @Override
            public void read(int x, int y, int count, int[] target, int offset) {
                if (Thread.currentThread() != owner) {
                    throw new IllegalStateException("another thread");
                }
                super.read(x, y, count, target, offset);
            }

            @Override
            public boolean concurrent() {
                return true;
            }
        });
    }

    private void alpha() {
        add("P-14", "colours are kept multiplied by alpha", RGBA, (m, w, h) -> StandardImage.canvas(w, h));
        addSource("B-4", "straight colours are declared premultiplied", RGBA, new OneMode(RGBA, StandardImage::of) {
            @Override
            public boolean premultiplied() {
                return true;
            }
        });
    }

    /** Read-only images that can be broken. */
    private void readOnly(String rule, String mistake, OneMode.Maker maker) {
        addSource(
                rule,
                "read-only, " + mistake,
                RGB,
                new OneMode(RGB, (m, w, h) -> {
                    m.length(w, h);
                    return maker.make(m, w, h);
                }) {
                    @Override
                    public boolean readOnly() {
                        return true;
                    }
                });
    }

    private static StandardImage fixed(Mode mode, int width, int height) {
        return StandardImage.wrap(PixelLayout.of(
                mode,
                width,
                height,
                ByteBuffer.allocate((int) mode.length(width, height)).asReadOnlyBuffer()));
    }

    private void readOnly() {
        readOnly("B-5", "it can be written", (m, w, h) -> new BrokenImage(m, w, h));
        readOnly("B-5", "map does nothing instead of refusing", (m, w, h) -> new BrokenImage(fixed(m, w, h)) {
            @Override
            public void map(DoubleUnaryOperator... functions) {
                // as if nothing were wrong
            }
        });
        readOnly("B-5", "set is refused by another exception", (m, w, h) -> new BrokenImage(fixed(m, w, h)) {
            @Override
            public void set(int x, int y, int... value) {
                throw new IllegalStateException("read-only");
            }
        });
    }
}
