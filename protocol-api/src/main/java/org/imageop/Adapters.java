package org.imageop;

import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.HashSet;
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
import java.util.regex.Pattern;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.WrappedImage;
import org.jspecify.annotations.Nullable;

/** Finds the adapter for an object or a class. */
final class Adapters {
    /** What a class loader offers: its adapters with their types, and what went wrong with others. */
    private record Found(Map<ImageAdapter<?>, Class<?>> adapters, List<String> failures) {}

    /** Which artifact speaks for which packages, for the hint in an error message. */
    private static final Map<String, String> ARTIFACTS = Map.of(
            "java.awt.", "org.imageop:imageop-adapters-awt",
            "javafx.", "org.imageop:imageop-adapters-javafx",
            "net.imglib2.", "org.imageop:imageop-adapters-imglib2");

    /** More than anybody has; only providers that fail for ever reach it. */
    private static final int MOST_PROVIDERS = 1000;

    /** Softly held, because adapters keep their class loader alive, which is the weak key. */
    private static final Map<ClassLoader, SoftReference<Found>> CACHE = new WeakHashMap<>();

    /** Whether this thread is looking for adapters: a constructor of one may ask for images itself. */
    private static final ThreadLocal<Boolean> LOADING = ThreadLocal.withInitial(() -> false);

    private static final Found NOT_YET =
            new Found(Map.of(), List.of("they are being loaded, and the constructor of one of them asks for images"));

    /** What this library's own messages end with, also one that an adapter failed with. */
    private static final Pattern ANCHOR = Pattern.compile(" \\[errors\\.md#[a-z-]+]");

    private Adapters() {}

    static ImageLike wrap(Object object) {
        if (object instanceof ImageLike image) {
            return image;
        }
        Objects.requireNonNull(object, "image");
        ImageAdapter<?> adapter = forObject(object);
        if (adapter == null) {
            throw new UnsupportedImageException(
                    "A " + object.getClass().getName() + " is not an image that any adapter knows. "
                            + inventory(object.getClass()) + " [errors.md#no-adapter]");
        }
        return wrap(adapter, object);
    }

    private static <A> ImageLike wrap(ImageAdapter<A> adapter, Object object) {
        ImageLike image = adapter.wrap(adapter.type().cast(object));
        if (image == null) {
            throw broken(adapter, "made nothing of a " + object.getClass().getName());
        }
        return image;
    }

    static boolean knows(Object object) {
        return object instanceof ImageLike || forObject(object) != null;
    }

    static <T> Transfer<T> transfer(Object object, Class<T> type, Copy copy) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(copy, "copy");
        ImageLike image = wrap(object);
        if (copy != Copy.ALWAYS) {
            // unwrapping comes first: the object itself, what it wraps, or the image that it is
            for (Object same : new Object[] {object, source(object), image}) {
                if (type.isInstance(same)) {
                    return Transfer.shared(type.cast(same), !image.buffer().readOnly());
                }
            }
        }
        if (ImageLike.class.isAssignableFrom(type) && type.isAssignableFrom(StandardImage.class)) {
            return toStandard(image, copy).map(type::cast);
        }
        ImageAdapter<?> adapter = forType(type);
        if (adapter == null) {
            throw new UnsupportedImageException("No adapter makes a " + type.getName() + " of an image. "
                    + inventory(type) + " [errors.md#no-adapter]");
        }
        Transfer<?> transfer = adapter.export(image, copy);
        if (transfer == null || (transfer.shared() ? copy == Copy.ALWAYS : copy == Copy.NEVER)) {
            throw broken(adapter, "was asked for Copy." + copy + " and gave: " + transfer);
        }
        return transfer.map(type::cast);
    }

    private static IllegalStateException broken(ImageAdapter<?> adapter, String what) {
        return new IllegalStateException("The adapter " + adapter.getClass().getName() + " " + what
                + "; that is a bug of the adapter [errors.md#adapter-bug]");
    }

    /** The foreign object that an image stands for, if any. */
    private static @Nullable Object source(Object object) {
        if (object instanceof WrappedImage wrapped) {
            return wrapped.source();
        }
        return object instanceof StandardImage image ? image.source() : null;
    }

    private static Transfer<StandardImage> toStandard(ImageLike image, Copy copy) {
        if (copy == Copy.ALWAYS) {
            return Transfer.copied(StandardImage.from(image), "a copy was asked for", List.of());
        }
        Images.layoutOf(image); // finds out implementations that contradict themselves
        return Transfer.shared(
                new StandardImage(image, source(image)), !image.buffer().readOnly());
    }

    /** The adapter with the most specific type that the object is an instance of; of equals, the first. */
    private static @Nullable ImageAdapter<?> forObject(Object object) {
        Map.Entry<ImageAdapter<?>, Class<?>> best = null;
        for (Map.Entry<ImageAdapter<?>, Class<?>> entry : found().adapters.entrySet()) {
            Class<?> type = entry.getValue();
            if (type.isInstance(object)
                    && (best == null
                            || (best.getValue() != type && best.getValue().isAssignableFrom(type)))) {
                best = entry;
            }
        }
        return best == null ? null : best.getKey();
    }

    /** The first adapter of that very type, else the first whose type is a subtype of it. */
    private static @Nullable ImageAdapter<?> forType(Class<?> type) {
        ImageAdapter<?> first = null;
        for (Map.Entry<ImageAdapter<?>, Class<?>> entry : found().adapters.entrySet()) {
            if (entry.getValue() == type) {
                return entry.getKey();
            }
            if (first == null && type.isAssignableFrom(entry.getValue()) && type != Object.class) {
                first = entry.getKey();
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
            for (Class<?> known : found.adapters.values()) {
                text.append(separator).append(known.getName());
                separator = ", ";
            }
        }
        for (String failure : found.failures) {
            text.append("; one could not be loaded: ")
                    .append(ANCHOR.matcher(failure).replaceAll(""));
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
            found = load(loader, own);
        } finally {
            LOADING.remove();
        }
        synchronized (CACHE) {
            CACHE.put(loader, new SoftReference<>(found));
        }
        return found;
    }

    /** The adapters of both loaders, each class once. One that cannot be loaded does not hide the others. */
    private static Found load(ClassLoader... loaders) {
        Map<ImageAdapter<?>, Class<?>> adapters = new LinkedHashMap<>();
        Set<Class<?>> classes = new HashSet<>();
        Set<String> failures = new LinkedHashSet<>();
        for (ClassLoader loader : loaders) {
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
                        if (classes.add(next.type())) {
                            ImageAdapter<?> adapter = (ImageAdapter<?>) next.get();
                            // the foreign class may be missing, which shows here
                            adapters.put(adapter, Objects.requireNonNull(adapter.type(), "type() of the adapter"));
                        }
                    }
                } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                    failures.add((provider == null ? "" : provider + ": ") + causes(e));
                }
            }
        }
        return new Found(Collections.unmodifiableMap(adapters), List.copyOf(failures));
    }

    private static String causes(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.toString());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append(", because of ").append(cause);
        }
        return text.toString();
    }
}
