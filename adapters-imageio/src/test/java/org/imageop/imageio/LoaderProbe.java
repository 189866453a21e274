package org.imageop.imageio;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** The library in a loader of its own, as in a web application. It prints what it was asked to prove, if it is so. */
final class LoaderProbe {
    private LoaderProbe() {}

    /** A loader that may hide the service entries of its jars, as a jar made of several does. */
    private static final class Application extends URLClassLoader {
        private final boolean services;

        Application(URL[] urls, boolean services) {
            super(urls, ClassLoader.getPlatformClassLoader());
            this.services = services;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws java.io.IOException {
            boolean hidden = !services && name.startsWith("META-INF/services/javax.imageio");
            return hidden ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }

    /** What to prove, and a class path. */
    public static void main(String[] args) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String part : args[1].split(File.pathSeparator)) {
            urls.add(new File(part).toURI().toURL());
        }
        WeakReference<ClassLoader> loader = use(urls.toArray(URL[]::new), args[0]);
        for (int round = 0; round < 50 && loader.get() != null; round++) {
            System.gc();
            Thread.sleep(20);
        }
        System.out.println(loader.get() != null ? "the loader is kept" : args[0]);
    }

    private static WeakReference<ClassLoader> use(URL[] urls, String what) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (Application application = new Application(urls, what.equals("collected"))) {
            thread.setContextClassLoader(application);
            Callable<?> work = (Callable<?>) application
                    .loadClass("org.imageop.imageio.LoaderWork")
                    .getConstructor()
                    .newInstance();
            ((List<?>) work.call()).forEach(System.out::println);
            IIORegistry.getDefaultInstance()
                    .getServiceProviders(ImageReaderSpi.class, false)
                    .forEachRemaining(spi -> {
                        if (spi.getClass().getClassLoader() == application) {
                            System.out.println(spi.getClass() + " is kept");
                        }
                    });
            return new WeakReference<>(application);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
