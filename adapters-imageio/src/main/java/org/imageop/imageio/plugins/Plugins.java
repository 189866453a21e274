package org.imageop.imageio.plugins;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.IIOServiceProvider;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.spi.ServiceRegistry;

/**
 * Finds the readers and writers of the JDK, of the class path or module path of this class, and what else an application
 * registered.
 *
 * <p>ImageIO looks for plugins once, through the class loader of the thread that happens to be first, and so misses
 * them in web applications, plugin hosts and test runners. Here they are found through the class loader of this
 * class, and registered in a registry of our own, because some plugins look for others when they are registered.
 */
public final class Plugins {
    private static final List<ImageReaderSpi> READERS = new ArrayList<>();
    private static final List<ImageWriterSpi> WRITERS = new ArrayList<>();
    private static final List<String> FAILURES = new ArrayList<>();
    private static final ServiceRegistry REGISTRY = new ServiceRegistry(
            List.<Class<?>>of(ImageReaderSpi.class, ImageWriterSpi.class).iterator());

    static {
        List<IIOServiceProvider> found = new ArrayList<>();
        found.addAll(ofTheJdk(ImageReaderSpi.class));
        found.addAll(ofTheJdk(ImageWriterSpi.class));
        found.addAll(load(ServiceLoader.load(ImageReaderSpi.class, Plugins.class.getClassLoader())));
        found.addAll(load(ServiceLoader.load(ImageWriterSpi.class, Plugins.class.getClassLoader())));
        found.forEach(Plugins::register);
        list();
    }

    private Plugins() {}

    /** All readers, each class once. Readers found here come before readers that others registered. */
    public static List<ImageReaderSpi> readers() {
        Map<String, ImageReaderSpi> byClass = new LinkedHashMap<>();
        READERS.forEach(spi -> byClass.putIfAbsent(spi.getClass().getName(), spi));
        IIORegistry.getDefaultInstance()
                .getServiceProviders(ImageReaderSpi.class, false)
                .forEachRemaining(spi -> byClass.putIfAbsent(spi.getClass().getName(), spi));
        return List.copyOf(byClass.values());
    }

    /** The writers found here. Writers that others registered are not used: the modes that they keep are unknown. */
    public static List<ImageWriterSpi> writers() {
        return List.copyOf(WRITERS);
    }

    /** What could not be loaded, for error messages. */
    public static List<String> failures() {
        return List.copyOf(FAILURES);
    }

    /** Whether a plugin comes with the JDK. */
    public static boolean isOfTheJdk(Object plugin) {
        return plugin.getClass().getModule() == ImageReaderSpi.class.getModule();
    }

    /**
     * Loads plugins that are there although no service entry names them, as in a jar that was made of several whose entries
     * replaced each other.
     *
     * @param classes the names of their providers; one that is not there is left out
     */
    public static void load(List<String> classes) {
        Set<String> known = new HashSet<>();
        READERS.forEach(spi -> known.add(spi.getClass().getName()));
        WRITERS.forEach(spi -> known.add(spi.getClass().getName()));
        for (String name : classes) {
            if (!known.contains(name)) {
                try {
                    Class<?> provider = Class.forName(name, true, Plugins.class.getClassLoader());
                    if (provider.getConstructor().newInstance() instanceof IIOServiceProvider spi) {
                        register(spi);
                    }
                } catch (ReflectiveOperationException | LinkageError e) {
                    continue; // its artifact is not there
                }
            }
        }
        list();
    }

    private static void register(IIOServiceProvider provider) {
        try {
            REGISTRY.registerServiceProvider(provider);
        } catch (RuntimeException | LinkageError e) {
            FAILURES.add(provider.getClass().getName() + ": " + e);
        }
    }

    private static void list() {
        READERS.clear();
        WRITERS.clear();
        REGISTRY.getServiceProviders(ImageReaderSpi.class, false).forEachRemaining(READERS::add);
        REGISTRY.getServiceProviders(ImageWriterSpi.class, false).forEachRemaining(WRITERS::add);
    }

    /**
     * The registry of the JDK. Its first use looks for plugins through the loader of the thread, and keeps them for ever, and
     * before Java 24 also the protection domains of all classes that run at that moment. Those of a web application would
     * keep the application. So a thread of the JDK does it that runs nothing of ours, not even a lambda.
     */
    private static IIORegistry ofTheJdk() {
        ForkJoinPool pool = new ForkJoinPool(1);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // where the class of the proxy belongs
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            MethodHandle first = MethodHandles.publicLookup()
                    .findStatic(IIORegistry.class, "getDefaultInstance", MethodType.methodType(IIORegistry.class));
            pool.submit((Callable<?>) MethodHandleProxies.asInterfaceInstance(Callable.class, first))
                    .join();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The registry of ImageIO is not there", e);
        } finally {
            thread.setContextClassLoader(before);
            pool.shutdown();
        }
        return IIORegistry.getDefaultInstance();
    }

    private static <T extends IIOServiceProvider> List<T> ofTheJdk(Class<T> category) {
        List<T> found = new ArrayList<>();
        Iterator<T> providers = ofTheJdk().getServiceProviders(category, false);
        while (providers.hasNext()) {
            T provider = providers.next();
            if (isOfTheJdk(provider)) {
                found.add(provider);
            }
        }
        return found;
    }

    /** A plugin that cannot be loaded does not hide the others. */
    private static <T> List<T> load(ServiceLoader<T> loader) {
        List<T> loaded = new ArrayList<>();
        Iterator<ServiceLoader.Provider<T>> providers = loader.stream().iterator();
        boolean more = true;
        // a provider file that cannot be read fails again at each step
        for (int step = 0; more && step < 1000; step++) {
            try {
                more = providers.hasNext();
                if (more) {
                    loaded.add(providers.next().get());
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                String failure = String.valueOf(e.getMessage());
                if (!FAILURES.contains(failure)) {
                    FAILURES.add(failure);
                }
            }
        }
        return loaded;
    }
}
