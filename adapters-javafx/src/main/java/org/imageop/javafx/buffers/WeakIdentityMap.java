package org.imageop.javafx.buffers;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of objects as such, however they define equality, that keeps none of them alive. Belongs to one thread at a time. */
final class WeakIdentityMap<V> {
    private final Map<Key, V> values = new HashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object object, @Nullable ReferenceQueue<Object> queue) {
            super(object, queue);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        /** A collected object is equal to none but its own key, which is how that is removed. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Key key && get() != null && get() == key.get();
        }
    }

    @Nullable
    V get(Object object) {
        return values.get(new Key(object, null));
    }

    boolean contains(Object object) {
        return values.containsKey(new Key(object, null));
    }

    void put(Object object, V value) {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            values.remove(gone);
        }
        values.put(new Key(object, collected), value);
    }
}
