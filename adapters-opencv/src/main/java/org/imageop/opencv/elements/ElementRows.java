package org.imageop.opencv.elements;

import java.util.List;
import org.imageop.Plane;
import org.imageop.SampleRows;

/** The rows of pixels whose elements are fetched run by run, because no layout describes them. It keeps no state. */
public final class ElementRows implements SampleRows {
    /** Where elements are fetched from. Several threads may call it. */
    public interface Store {
        /** Fills an array of the depth's kind with all elements of the pixels from a column on. */
        void get(int x, int y, Object array);

        /** Replaces all elements of the pixels from a column on. */
        void put(int x, int y, Object array);

        /** See {@link SampleRows#foundations()}. */
        List<?> foundations();
    }

    private final Store store;
    private final PixelMeaning meaning;
    private final Depth depth;
    private final int channels;
    private final int[] places;

    /** Rows of pixels of a meaning. */
    public ElementRows(Store store, PixelMeaning meaning) {
        this.store = store;
        this.meaning = meaning;
        this.depth = meaning.depth();
        this.channels = meaning.channels();
        this.places = meaning.places();
    }

    /** What the elements are. */
    public Depth depth() {
        return depth;
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        Object elements = fetch(x, y, count);
        for (int c = 0; c < places.length; c++) {
            if (meaning.ranges().isEmpty()) {
                copy(elements, c, samples, offset);
                continue;
            }
            Plane.Range range = meaning.ranges().get(c);
            long most = meaning.mode().maxValue();
            int at = places[c];
            for (int i = 0, k = offset + c; i < count; i++, k += places.length, at += channels) {
                samples[k] = range.sample(depth.number(elements, at), most);
            }
        }
    }

    /** Elements that are samples. */
    private void copy(Object elements, int component, int[] samples, int offset) {
        int k = offset + component;
        if (elements instanceof byte[] bytes) {
            for (int at = places[component]; at < bytes.length; at += channels, k += places.length) {
                samples[k] = bytes[at] & 0xff;
            }
        } else {
            short[] shorts = (short[]) elements;
            for (int at = places[component]; at < shorts.length; at += channels, k += places.length) {
                samples[k] = shorts[at] & 0xffff;
            }
        }
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        Object elements = replaced(x, y, count);
        long most = meaning.mode().maxValue();
        for (int c = 0; c < places.length; c++) {
            Plane.Range range =
                    meaning.ranges().isEmpty() ? null : meaning.ranges().get(c);
            int at = places[c];
            for (int i = 0, k = offset + c; i < count; i++, k += places.length, at += channels) {
                depth.store(elements, at, range == null ? samples[k] : range.number(samples[k], most));
            }
        }
        store.put(x, y, elements);
    }

    @Override
    public List<Plane.Range> ranges() {
        return meaning.ranges();
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        if (meaning.ranges().isEmpty()) {
            SampleRows.super.readNumbers(x, y, count, numbers, offset);
            return;
        }
        Object elements = fetch(x, y, count);
        for (int c = 0; c < places.length; c++) {
            int at = places[c];
            for (int i = 0, k = offset + c; i < count; i++, k += places.length, at += channels) {
                numbers[k] = depth.number(elements, at);
            }
        }
    }

    @Override
    public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        if (meaning.ranges().isEmpty()) {
            SampleRows.super.writeNumbers(x, y, count, numbers, offset);
            return;
        }
        Object elements = replaced(x, y, count);
        for (int c = 0; c < places.length; c++) {
            double black = meaning.ranges().get(c).min();
            int at = places[c];
            for (int i = 0, k = offset + c; i < count; i++, k += places.length, at += channels) {
                boolean missing = Double.isNaN(numbers[k]) && !depth.floating();
                depth.store(elements, at, missing ? black : numbers[k]);
            }
        }
        store.put(x, y, elements);
    }

    private Object fetch(int x, int y, int count) {
        Object elements = depth.array(Math.multiplyExact(count, channels));
        store.get(x, y, elements);
        return elements;
    }

    /** Elements to be overwritten; those that belong to no component stay as they are. */
    private Object replaced(int x, int y, int count) {
        return places.length < channels ? fetch(x, y, count) : depth.array(Math.multiplyExact(count, channels));
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public boolean concurrent() {
        return true;
    }

    @Override
    public List<?> foundations() {
        return store.foundations();
    }
}
