package org.imageop.foreign;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The objects that C refers to, by numbers. A number is never given twice, so that a stale one is found out. */
final class References {
    private final Map<Long, Object> objects = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    long add(Object object) {
        long reference = last.incrementAndGet();
        objects.put(reference, object);
        return reference;
    }

    Object get(long reference) {
        Object object = objects.get(reference);
        if (object == null) {
            throw stale(reference);
        }
        return object;
    }

    void remove(long reference) {
        if (objects.remove(reference) == null) {
            throw stale(reference);
        }
    }

    /** Ends a reference that C may have ended already. */
    void discard(long reference) {
        objects.remove(reference);
    }

    /** All objects that are referred to, in words. */
    List<String> describe() {
        return objects.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    void clear() {
        objects.clear();
    }

    private NoSuchElementException stale(long reference) {
        return new NoSuchElementException("The reference " + reference + " stands for no object; "
                + (reference > 0 && reference <= last.get() ? "it was released" : "it was never given")
                + " [errors.md#bad-reference]");
    }

    static NoSuchElementException notAn(String expected, Object object) {
        return new NoSuchElementException("The reference stands for a "
                + object.getClass().getName() + ", which is not an " + expected + " [errors.md#bad-reference]");
    }
}
