package org.imageop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.imageop.spi.ImageAdapter;

/** Offers adapters as a web application or a plug-in would: with classes of its own, and with some missing. */
final class PluginLoader extends ClassLoader {
    private static final String FOREIGN = "org.imageop.foreign.";

    private final boolean isolated;
    private final Set<String> missing;
    private final URL services;

    private PluginLoader(Path folder, boolean isolated, Set<String> missing, List<String> adapters) {
        super(PluginLoader.class.getClassLoader());
        this.isolated = isolated;
        this.missing = missing;
        try {
            Path file = Files.createTempFile(folder, "services", "");
            Files.write(file, adapters.stream().map(PluginLoader::named).toList());
            this.services = file.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named(String simpleName) {
        return simpleName.contains(".") ? simpleName : FOREIGN + simpleName;
    }

    /** Registers classes that the tests share. */
    static PluginLoader sharing(Path folder, String... adapters) {
        return new PluginLoader(folder, false, Set.of(), List.of(adapters));
    }

    /** Loads its own copy of all foreign classes but the missing ones. */
    static PluginLoader isolated(Path folder, Set<String> missing, String... adapters) {
        return new PluginLoader(folder, true, missing, List.of(adapters));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isolated || !name.startsWith(FOREIGN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (missing.contains(name.substring(FOREIGN.length()))) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals("META-INF/services/" + ImageAdapter.class.getName())
                ? Collections.enumeration(List.of(services))
                : super.getResources(name);
    }

    /** Runs something in a thread of the plug-in. */
    <T> T run(java.util.concurrent.Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
