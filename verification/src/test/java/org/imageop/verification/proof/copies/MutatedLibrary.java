package org.imageop.verification.proof.copies;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.CheckList;
import org.imageop.tck.image.ImageChecks;
import org.imageop.tck.layout.LayoutChecks;
import org.imageop.tck.source.AdapterSource;
import org.imageop.tck.source.ImageSource;
import org.imageop.tck.source.LayoutSource;
import org.imageop.verification.library.LibraryChecks;
import org.imageop.verification.library.LibraryContractTest;
import org.imageop.verification.proof.broken.Broken;
import org.jspecify.annotations.Nullable;

/** A copy of library and kit in which one class is another. */
public final class MutatedLibrary extends ClassLoader {
    private static final String HERE = MutatedLibrary.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString();

    private final Map<String, byte[]> mutated;

    private MutatedLibrary(Map<String, byte[]> mutated) {
        super(MutatedLibrary.class.getClassLoader());
        this.mutated = mutated;
    }

    /**
     * Compiles a changed class.
     *
     * @param type the class's name
     * @param source its new source
     * @throws IllegalArgumentException if that cannot be compiled
     */
    public static MutatedLibrary of(String type, String source) throws IOException {
        return of(compiled(type, source, "-g:none"));
    }

    /**
     * A copy with some classes in place of the library's own.
     *
     * @param classes from the name of each to its class file
     */
    public static MutatedLibrary of(Map<String, byte[]> classes) {
        return new MutatedLibrary(classes);
    }

    /**
     * Compiles a class.
     *
     * @param type the class's name
     * @param source its source
     * @param debugging {@code -g}, or {@code -g:none}, by which the same code is always the same bytes
     * @return from the names of the class and its inner classes to their class files
     * @throws IllegalArgumentException if it cannot be compiled
     */
    public static Map<String, byte[]> compiled(String type, String source, String debugging) throws IOException {
        Path folder = Files.createTempDirectory("mutated");
        try {
            Path file = folder.resolve(type.substring(type.lastIndexOf('.') + 1) + ".java");
            Files.writeString(file, source);
            StringWriter messages = new StringWriter();
            PrintWriter out = new PrintWriter(messages);
            String path = System.getProperty("java.class.path");
            int status = ToolProvider.findFirst("javac")
                    .orElseThrow()
                    .run(
                            out,
                            out,
                            debugging,
                            "-proc:none",
                            "-nowarn",
                            "-cp",
                            path,
                            "-d",
                            folder.toString(),
                            file.toString());
            if (status != 0) {
                throw new IllegalArgumentException(type + " cannot be compiled: " + messages);
            }
            Map<String, byte[]> classes = new HashMap<>();
            for (Path compiled : files(folder, ".class")) {
                String name = folder.relativize(compiled).toString().replaceAll("[/\\\\]", ".");
                classes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(compiled));
            }
            return classes;
        } finally {
            for (Path left : files(folder, "")) {
                Files.delete(left);
            }
        }
    }

    /** Files and folders within a folder and it itself, the innermost first. */
    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /**
     * Runs the contract on images, layouts or an adapter of the copy, or on the copy itself. The checks of the library
     * are many, and each copy runs them with cold code: of the other rules only a part is run.
     */
    List<Broken.Failure> failures(Class<?> source, String rule) {
        try {
            Class<?> run = loadClass(Run.class.getName());
            Object failures =
                    run.getMethod("failures", String.class, String.class).invoke(null, source.getName(), rule);
            List<Broken.Failure> list = new ArrayList<>();
            for (Object failure : (List<?>) failures) {
                String[] texts = (String[]) failure;
                list.add(new Broken.Failure(texts[0], texts[1], texts[2]));
            }
            return list;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The contract cannot be run on the copy", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The contract is not in the copy", e);
        }
    }

    /** What runs within the copy; of it only classes of the JDK come out. */
    public static final class Run {
        private static final int OF_OTHER_RULES = 12;

        private Run() {}

        /**
         * The checks that fail: rule, name and message of each.
         *
         * @param source the name of a class that makes images or layouts, or tests an adapter or the library
         * @param rule the rule that is broken
         * @return three strings for each
         */
        public static List<String[]> failures(String source, String rule) throws ReflectiveOperationException {
            Object made = Class.forName(source).getDeclaredConstructor().newInstance();
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            // services must come from the copy
            thread.setContextClassLoader(Run.class.getClassLoader());
            try {
                CheckList kit = kit(made);
                List<Check> checks = made instanceof LibraryContractTest ? part(kit.checks(), rule) : kit.checks();
                return Broken.Failure.of(kit, checks).stream()
                        .map(failure -> new String[] {failure.rule(), failure.check(), failure.message()})
                        .toList();
            } finally {
                thread.setContextClassLoader(before);
            }
        }

        /** All checks of a rule, and some of each other one. */
        private static List<Check> part(List<Check> checks, String rule) {
            Map<String, List<Check>> byRule = new LinkedHashMap<>();
            checks.forEach(check -> byRule.computeIfAbsent(check.rule().id(), id -> new ArrayList<>())
                    .add(check));
            List<Check> part = new ArrayList<>();
            byRule.forEach((id, all) -> {
                int step = id.equals(rule) ? 1 : 1 + all.size() / OF_OTHER_RULES;
                for (int i = 0; i < all.size(); i += step) {
                    part.add(all.get(i));
                }
            });
            return part;
        }

        private static CheckList kit(Object source) {
            if (source instanceof AdapterSource<?> adapter) {
                return AdapterChecks.list(adapter);
            }
            if (source instanceof LibraryContractTest) {
                return LibraryChecks.list();
            }
            return source instanceof LayoutSource layouts
                    ? LayoutChecks.list(layouts)
                    : ImageChecks.list((ImageSource) source);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("org.imageop.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = mutated.containsKey(name) ? mutated.get(name) : original(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    /** Only this module's adapters take part; the toolkits' would be loaded for each copy. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals("META-INF/services/" + ImageAdapter.class.getName())
                ? Collections.enumeration(Collections.list(super.getResources(name)).stream()
                        .filter(url -> url.toString().startsWith(HERE))
                        .toList())
                : super.getResources(name);
    }

    /** The class files are those of the copy, also for loaders that make copies of it. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        String type = name.endsWith(".class")
                ? name.substring(0, name.length() - ".class".length()).replace('/', '.')
                : name;
        byte[] bytes = mutated.get(type);
        return bytes != null ? new ByteArrayInputStream(bytes) : super.getResourceAsStream(name);
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
