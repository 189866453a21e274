package org.imageop.verification.library.sharing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Callable;
import org.imageop.spi.ImageAdapter;

/**
 * Offers adapters as a plug-in does, by classes of its own: its copies of {@link NumberAdapters} are in no named module,
 * so that the service loader finds them on the module path too.
 */
final class PluginLoader extends ClassLoader {
    private static final String OWN = NumberAdapters.class.getName();

    private final byte[] services;

    /** Offers classes by their simple names, if they are in {@link NumberAdapters}, or by their full ones. */
    PluginLoader(String... adapters) {
        super(PluginLoader.class.getClassLoader());
        StringBuilder text = new StringBuilder();
        for (String adapter : adapters) {
            text.append(adapter.contains(".") ? adapter : named(adapter)).append('\n');
        }
        this.services = text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String named(String adapter) {
        return OWN + "$" + adapter;
    }

    /** Runs something in a thread whose context class loader this is. */
    <R> R run(Callable<R> work) throws Exception {
        return within(this, work);
    }

    static <R> R within(ClassLoader loader, Callable<R> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (name.equals(named("Missing"))) {
                throw new ClassNotFoundException(name);
            }
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream in = PluginLoader.class.getResourceAsStream(file)) {
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
                ? Collections.enumeration(List.of(inMemory()))
                : super.getResources(name);
    }

    private URL inMemory() throws MalformedURLException {
        return new URL(null, "memory:services", new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {
                        // it is all here
                    }

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(services);
                    }
                };
            }
        });
    }
}
