package org.imageop;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.WrappedImage;
import org.jspecify.annotations.Nullable;

/** Finds the adapter for an object or a class. */
final class Adapters {
    /** What a class loader offers: its adapters, and what went wrong with others. */
    private record Found(List<ImageAdapter<?>> adapters, List<String> failures) {}

    /** Which artifact speaks for which packages, for the hint in an error message. */
    private static final Map<String, String> ARTIFACTS = Map.of(
            "java.awt.", "org.imageop:imageop-adapters-awt",
            "javafx.", "org.imageop:imageop-adapters-javafx",
            "net.imglib2.", "org.imageop:imageop-adapters-imglib2");

    /** Softly held, because adapters keep their class loader alive, which is the weak key. */
    private static final Map<ClassLoader, SoftReference<Found>> CACHE = new WeakHashMap<>();

    private Adapters() {}

    static ImageLike wrap(Object object) {
        if (object instanceof ImageLike image) {
            return image;
        }
        ImageAdapter<?> adapter = forObject(object);
        if (adapter == null) {
            throw new UnsupportedImageException("A " + object.getClass().getName()
                    + " is not an image that any adapter knows. " + inventory(object.getClass()));
        }
        return wrap(adapter, object);
    }

    private static <A> ImageLike wrap(ImageAdapter<A> adapter, Object object) {
        return adapter.wrap(adapter.type().cast(object));
    }

    static boolean knows(Object object) {
        return object instanceof ImageLike || forObject(object) != null;
    }

    static <T> Transfer<T> transfer(Object object, Class<T> type, Copy copy) {
        T same = unwrapped(object, type);
        if (same != null && copy != Copy.ALWAYS) {
            boolean writable = !knows(object) || !wrap(object).buffer().readOnly();
            return Transfer.shared(same, writable);
        }
        ImageLike image = wrap(object);
        if (type == ImageLike.class || type == StandardImage.class) {
            Transfer<StandardImage> transfer = toStandard(image, copy);
            T result = type.cast(transfer.image());
            return transfer.shared()
                    ? Transfer.shared(result, transfer.writable())
                    : Transfer.copied(result, transfer.reason().orElseThrow(), transfer.losses());
        }
        return export(forType(type), image, type, copy);
    }

    /** The object itself, or what it wraps, if that is a T. */
    private static <T> @Nullable T unwrapped(Object object, Class<T> type) {
        if (type.isInstance(object)) {
            return type.cast(object);
        }
        if (object instanceof WrappedImage wrapped && type.isInstance(wrapped.source())) {
            return type.cast(wrapped.source());
        }
        return type == ImageLike.class && knows(object) ? type.cast(wrap(object)) : null;
    }

    private static Transfer<StandardImage> toStandard(ImageLike image, Copy copy) {
        if (copy == Copy.ALWAYS) {
            return Transfer.copied(StandardImage.from(image), "a copy was asked for", List.of());
        }
        ImageSize size = image.size();
        return Transfer.shared(
                new StandardImage(image.mode(), size.width(), size.height(), image.buffer()),
                !image.buffer().readOnly());
    }

    private static <A, T> Transfer<T> export(
            @Nullable ImageAdapter<A> adapter, ImageLike image, Class<T> type, Copy copy) {
        if (adapter == null) {
            throw new UnsupportedImageException(
                    "No adapter makes a " + type.getName() + " of an image. " + inventory(type));
        }
        Transfer<A> transfer = adapter.export(image, copy);
        T result = type.cast(transfer.image());
        return transfer.shared()
                ? Transfer.shared(result, transfer.writable())
                : Transfer.copied(result, transfer.reason().orElseThrow(), transfer.losses());
    }

    /** The adapter with the most specific type that the object is an instance of. */
    private static @Nullable ImageAdapter<?> forObject(Object object) {
        ImageAdapter<?> best = null;
        for (ImageAdapter<?> adapter : found().adapters) {
            if (adapter.type().isInstance(object)
                    && (best == null || best.type().isAssignableFrom(adapter.type()))) {
                best = adapter;
            }
        }
        return best;
    }

    /** The adapter of that very type, else the first whose type is a subtype of it. */
    private static @Nullable ImageAdapter<?> forType(Class<?> type) {
        ImageAdapter<?> first = null;
        for (ImageAdapter<?> adapter : found().adapters) {
            if (adapter.type() == type) {
                return adapter;
            }
            if (first == null && type.isAssignableFrom(adapter.type()) && type != Object.class) {
                first = adapter;
            }
        }
        return first;
    }

    private static String inventory(Class<?> type) {
        Found found = found();
        StringBuilder text = new StringBuilder();
        if (found.adapters.isEmpty()) {
            text.append("No adapters were found");
        } else {
            text.append("Adapters were found for");
            String separator = " ";
            for (ImageAdapter<?> adapter : found.adapters) {
                text.append(separator).append(adapter.type().getName());
                separator = ", ";
            }
        }
        for (String failure : found.failures) {
            text.append("; one could not be loaded: ").append(failure);
        }
        String artifact = artifact(type);
        return text.append(
                        artifact == null
                                ? "; implement org.imageop.ImageMixin or provide an org.imageop.spi.ImageAdapter for it"
                                : "; add the artifact " + artifact)
                .toString();
    }

    private static @Nullable String artifact(@Nullable Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Map.Entry<String, String> entry : ARTIFACTS.entrySet()) {
                if (each.getName().startsWith(entry.getKey())) {
                    return entry.getValue();
                }
            }
            for (Class<?> implemented : each.getInterfaces()) {
                String artifact = artifact(implemented);
                if (artifact != null) {
                    return artifact;
                }
            }
        }
        return null;
    }

    private static Found found() {
        ClassLoader own = Adapters.class.getClassLoader();
        ClassLoader caller = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = caller == null ? own : caller;
        synchronized (CACHE) {
            SoftReference<Found> reference = CACHE.get(loader);
            Found found = reference == null ? null : reference.get();
            if (found == null) {
                found = load(loader, own);
                CACHE.put(loader, new SoftReference<>(found));
            }
            return found;
        }
    }

    /** The adapters of both loaders, each class once. One that cannot be loaded does not hide the others. */
    private static Found load(ClassLoader... loaders) {
        Map<Class<?>, ImageAdapter<?>> adapters = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (ClassLoader loader : loaders) {
            @SuppressWarnings("rawtypes") // a service's type cannot carry parameters
            Iterator<ServiceLoader.Provider<ImageAdapter>> providers =
                    ServiceLoader.load(ImageAdapter.class, loader).stream().iterator();
            boolean more = true;
            // a provider file that cannot be read fails again at each step
            for (int step = 0; more && step < 1000; step++) {
                try {
                    more = providers.hasNext();
                    if (more) {
                        ImageAdapter<?> adapter = providers.next().get();
                        adapters.putIfAbsent(adapter.getClass(), adapter);
                    }
                } catch (ServiceConfigurationError | LinkageError e) {
                    String failure = String.valueOf(e.getMessage());
                    if (!failures.contains(failure)) {
                        failures.add(failure);
                    }
                }
            }
        }
        return new Found(List.copyOf(adapters.values()), List.copyOf(failures));
    }
}
