package org.imageop.verification.library.sharing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;
import org.jspecify.annotations.Nullable;

/** Adapters that a {@link PluginLoader} offers: a number is a grey image of one pixel. */
final class NumberAdapters {
    private NumberAdapters() {}

    /** Rows on a number that can be set. */
    record OnePixel(AtomicInteger number) implements SampleRows {
        @Override
        public void read(int x, int y, int count, int[] samples, int offset) {
            samples[offset] = number.get();
        }

        @Override
        public void write(int x, int y, int count, int[] samples, int offset) {
            number.set(samples[offset]);
        }

        @Override
        public boolean readOnly() {
            return false;
        }
    }

    /** The image of a number; its info names the adapter that made it. */
    static StandardImage image(Object adapter, Number number) {
        AtomicInteger settable = number instanceof AtomicInteger a ? a : new AtomicInteger(number.intValue());
        StandardImage image = StandardImage.wrapping(number, Mode.L32, 1, 1, new OnePixel(settable));
        image.info().put("adapter", adapter.getClass().getSimpleName());
        return image;
    }

    /** Numbers that can be set. It records how it was asked, and counts how often it was made. */
    public static class OfSettable implements ImageAdapter<AtomicInteger> {
        /** How often one was made by this class loader. */
        public static final AtomicInteger MADE = new AtomicInteger();

        /** For the service loader. */
        public OfSettable() {
            MADE.incrementAndGet();
        }

        @Override
        public Class<AtomicInteger> type() {
            return AtomicInteger.class;
        }

        @Override
        public @Nullable ImageLike wrap(AtomicInteger number) {
            return image(this, number);
        }

        @Override
        public @Nullable Sharing<AtomicInteger> share(ImageLike image) {
            return Sharing.readOnly(new AtomicInteger(1));
        }

        @Override
        public @Nullable AtomicInteger copy(ImageLike image) {
            return new AtomicInteger(2);
        }

        @Override
        public List<String> losses(ImageLike image, AtomicInteger copy) {
            return List.of("colour", "size");
        }
    }

    /** Shares nothing. */
    public static final class CopyingSettable extends OfSettable {
        /** For the service loader. */
        public CopyingSettable() {}

        @Override
        public Sharing<AtomicInteger> share(ImageLike image) {
            return Sharing.impossible("the kit says so");
        }
    }

    /** A second one of the same type. */
    public static final class AgainOfSettable extends OfSettable {
        /** For the service loader. */
        public AgainOfSettable() {}
    }

    /** Any numbers; it makes such that are no {@code AtomicInteger}. */
    public static final class OfAny implements ImageAdapter<Number> {
        /** For the service loader. */
        public OfAny() {}

        @Override
        public Class<Number> type() {
            return Number.class;
        }

        @Override
        public ImageLike wrap(Number number) {
            return image(this, number);
        }

        @Override
        public Number copy(ImageLike image) {
            return new AtomicLong(3);
        }
    }

    /** Why a hidden number is copied. */
    static final String HIDDEN = "the number is hidden";

    /** Numbers of a class that hides them, of which it takes snapshots. */
    public static final class OfHidden implements ImageAdapter<AtomicLong> {
        /** For the service loader. */
        public OfHidden() {}

        @Override
        public Class<AtomicLong> type() {
            return AtomicLong.class;
        }

        @Override
        public ImageLike wrap(AtomicLong number) {
            StandardImage pixels = StandardImage.filled(Mode.L32, 1, 1, number.intValue());
            return StandardImage.snapshot(number, pixels, HIDDEN);
        }

        @Override
        public AtomicLong copy(ImageLike image) {
            return new AtomicLong(image.get(0, 0).l());
        }
    }

    /** Cannot be made. */
    public static final class Unlicensed extends OfSettable {
        /** For the service loader. */
        public Unlicensed() {
            throw new IllegalStateException("no licence for numbers");
        }
    }

    /** Knows a class that is not there. */
    public static final class OfAbsent extends OfSettable {
        /** For the service loader. */
        public OfAbsent() {}

        @Override
        public Class<AtomicInteger> type() {
            throw new NoClassDefFoundError("no/such/Number");
        }
    }

    /** Knows a class that cannot be loaded. */
    public static final class Typeless extends OfSettable {
        /** For the service loader. */
        public Typeless() {}

        @Override
        public Class<AtomicInteger> type() {
            throw new NoClassDefFoundError("Could not initialize class no.such.Number");
        }
    }

    /** A foreign class of a plug-in's own. */
    public record Tally(int count) {}

    /** Tallies, of the same plug-in. */
    public static final class OfTally implements ImageAdapter<Tally> {
        /** For the service loader. */
        public OfTally() {}

        @Override
        public Class<Tally> type() {
            return Tally.class;
        }

        @Override
        public ImageLike wrap(Tally tally) {
            return StandardImage.wrapping(
                    tally, Mode.L32, 1, 1, (x, y, count, samples, offset) -> samples[offset] = tally.count);
        }

        @Override
        public Tally copy(ImageLike image) {
            return new Tally(image.get(0, 0).l());
        }
    }

    /** A class that {@link PluginLoader} does not find. */
    public abstract static class Missing extends OfSettable {}

    /** Stands on a class that is not there. */
    public static final class Orphan extends Missing {
        /** For the service loader. */
        public Orphan() {}
    }

    /** Asks for images before it is one that can be asked. */
    public static final class Inquisitive extends OfSettable {
        /** For the service loader. */
        public Inquisitive() {
            Images.isImage("text");
        }
    }

    /** Makes nothing, in both directions. */
    public static final class Empty extends OfSettable {
        /** For the service loader. */
        public Empty() {}

        @Override
        public @Nullable ImageLike wrap(AtomicInteger number) {
            return null;
        }

        @Override
        public @Nullable Sharing<AtomicInteger> share(ImageLike image) {
            return null;
        }

        @Override
        public @Nullable AtomicInteger copy(ImageLike image) {
            return null;
        }
    }
}
