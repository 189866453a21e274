package org.imageop.internal.lookup;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.WeakHashMap;
import org.imageop.spi.ImageAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The adapters that class loaders offer. Asked are, in this order, the loader of the thread, the one of this library, and
 * the one of the foreign class.
 */
final class AdapterRegistry {
    /** What class loaders offer: adapters with their types, and what went wrong with others. */
    record Found(Map<ImageAdapter<?>, Class<?>> adapters, List<Failure> failures) {}

    /**
     * Why an adapter could not be loaded.
     *
     * @param absent the class that is not there, by which a library is left out; empty if it is something else
     */
    record Failure(String text, String absent) {}

    /** More than anybody has; only providers that fail for ever reach it. */
    private static final int MOST_PROVIDERS = 1000;

    /** Softly held, because adapters keep their class loader alive, which is the weak key. */
    private static final Map<ClassLoader, SoftReference<Found>> CACHE = new WeakHashMap<>();

    /** Whether this thread is looking for adapters: a constructor of one may ask for images itself. */
    private static final ThreadLocal<Boolean> LOADING = ThreadLocal.withInitial(() -> false);

    private static final Found NOT_YET = new Found(
            Map.of(),
            List.of(new Failure("they are being loaded, and the constructor of one of them asks for images", "")));

    private AdapterRegistry() {}

    /** The adapter with the most specific type that the object is an instance of; of equals, the first. */
    static @Nullable ImageAdapter<?> forObject(Object object) {
        Map.Entry<ImageAdapter<?>, Class<?>> best = null;
        for (Found found : offers(object.getClass())) {
            for (Map.Entry<ImageAdapter<?>, Class<?>> entry : found.adapters.entrySet()) {
                Class<?> type = entry.getValue();
                if (type.isInstance(object)
                        && (best == null
                                || (best.getValue() != type && best.getValue().isAssignableFrom(type)))) {
                    best = entry;
                }
            }
        }
        return best == null ? null : best.getKey();
    }

    /** The first adapter of that very type, else the first whose type is a subtype of it. */
    static @Nullable ImageAdapter<?> forType(Class<?> type) {
        ImageAdapter<?> first = null;
        for (Found found : offers(type)) {
            for (Map.Entry<ImageAdapter<?>, Class<?>> entry : found.adapters.entrySet()) {
                if (entry.getValue() == type) {
                    return entry.getKey();
                }
                if (first == null && type.isAssignableFrom(entry.getValue()) && type != Object.class) {
                    first = entry.getKey();
                }
            }
        }
        return first;
    }

    /** All that can be found for a foreign class, each class of adapters once; for people, who ask seldom. */
    static Found found(Class<?> foreign) {
        Map<Class<?>, ImageAdapter<?>> byClass = new LinkedHashMap<>();
        Map<ImageAdapter<?>, Class<?>> adapters = new LinkedHashMap<>();
        Set<Failure> failures = new LinkedHashSet<>();
        for (Found found : offers(foreign)) {
            failures.addAll(found.failures);
            found.adapters.forEach((adapter, type) -> {
                if (byClass.putIfAbsent(adapter.getClass(), adapter) == null) {
                    adapters.put(adapter, type);
                }
            });
        }
        return new Found(adapters, List.copyOf(failures));
    }

    /**
     * What each class loader that is asked for a foreign class offers. They may offer the same class of adapters, each
     * another object of it, of which the first one counts.
     */
    private static List<Found> offers(Class<?> foreign) {
        ClassLoader own = AdapterRegistry.class.getClassLoader();
        ClassLoader caller = Thread.currentThread().getContextClassLoader();
        ClassLoader theirs = foreign.getClassLoader();
        if ((caller == null || caller == own) && (theirs == null || theirs == own)) {
            return List.of(found(own));
        }
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        loaders.add(caller == null ? own : caller);
        loaders.add(own);
        if (theirs != null) {
            loaders.add(theirs);
        }
        List<Found> offers = new ArrayList<>(loaders.size());
        for (ClassLoader loader : loaders) {
            offers.add(found(loader));
        }
        return offers;
    }

    private static Found found(ClassLoader loader) {
        synchronized (CACHE) {
            SoftReference<Found> reference = CACHE.get(loader);
            Found found = reference == null ? null : reference.get();
            if (found != null) {
                return found;
            }
        }
        if (LOADING.get()) {
            return NOT_YET;
        }
        Found found;
        LOADING.set(true);
        try {
            // without the lock, because constructors of adapters may do anything, also wait for other threads
            found = load(loader);
        } finally {
            LOADING.remove();
        }
        synchronized (CACHE) {
            CACHE.put(loader, new SoftReference<>(found));
        }
        return found;
    }

    /** The adapters of a loader. One that cannot be loaded does not hide the others. */
    private static Found load(ClassLoader loader) {
        Map<ImageAdapter<?>, Class<?>> adapters = new LinkedHashMap<>();
        Set<Failure> failures = new LinkedHashSet<>();
        @SuppressWarnings("rawtypes") // a service's type cannot carry parameters
        Iterator<ServiceLoader.Provider<ImageAdapter>> providers =
                ServiceLoader.load(ImageAdapter.class, loader).stream().iterator();
        boolean more = true;
        // a provider file that cannot be read fails again at each step
        for (int step = 0; more && step < MOST_PROVIDERS; step++) {
            String provider = null;
            try {
                more = providers.hasNext();
                if (more) {
                    ServiceLoader.Provider<?> next = providers.next();
                    provider = next.type().getName();
                    ImageAdapter<?> adapter = (ImageAdapter<?>) next.get();
                    // the foreign class may be missing, which shows here
                    adapters.put(adapter, Objects.requireNonNull(adapter.type(), "type() of the adapter"));
                }
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                failures.add(new Failure((provider == null ? "" : provider + ": ") + causes(e), absent(e)));
            }
        }
        return new Found(adapters, List.copyOf(failures));
    }

    /** The class without which an adapter cannot be loaded. */
    private static String absent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            // a class that is there and fails is described in words
            if (cause instanceof NoClassDefFoundError && message != null && message.indexOf(' ') < 0) {
                return message.replace('/', '.');
            }
        }
        return "";
    }

    private static String causes(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.toString());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append(", because of ").append(cause);
        }
        return text.toString();
    }
}
