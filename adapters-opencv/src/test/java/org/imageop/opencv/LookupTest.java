package org.imageop.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacv.Frame;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.opencv.opencv_core.Mat;
import org.imageop.Images;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who has one of the libraries finds its adapter, and is not told of the others: on the class path, and on the module path, where
 * libraries are modules of any name, or none. No native code is loaded.
 */
class LookupTest {
    private static final String OFFICIAL = "org.opencv.core.Mat";
    private static final String BYTEDECO = "org.bytedeco.opencv.opencv_core.Mat";
    private static final String FRAME = "org.bytedeco.javacv.Frame";

    /** Places as the tests have them, in folders or jars. */
    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final Path LIBRARY = place(Images.class);
    private static final Path ADAPTERS = place(OpenCvImages.class);
    private static final Path JAVACPP = place(Pointer.class);
    private static final Path OPENBLAS = place(openblas.class);
    private static final Path OPENCV = place(Mat.class);
    private static final Path JAVACV = place(Frame.class);

    private static URL[] urls(Path... places) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path place : places) {
            urls.add(place.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** The classes that adapters were found for, and what else the message says of them. */
    private static String found(ClassLoader loader) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            loader.loadClass("org.imageop.Images")
                    .getMethod("isImage", Object.class)
                    .invoke(null, "text");
            loader.loadClass("org.imageop.Images").getMethod("of", Object.class).invoke(null, "text");
            throw new AssertionError("a string is an image");
        } catch (InvocationTargetException e) {
            String message = e.getCause().getMessage();
            return message.replaceFirst(".*knows\\. ", "").replaceFirst("; implement.*", "");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String inventory(String... types) {
        return types.length == 0 ? "No adapters were found" : "Adapters were found for " + String.join(", ", types);
    }

    /** The class path, with the class of OpenCV's own Mat alone. */
    private Path official(Path folder) throws IOException {
        Path jar = folder.resolve("opencv-4.9.0-0.jar");
        try (JarFile all = new JarFile(OPENCV.toFile());
                JarOutputStream some = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Enumeration<JarEntry> entries = all.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().matches("org/opencv/core/[A-Za-z$]*Mat[A-Za-z$]*\\.class")) {
                    some.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream in = all.getInputStream(entry)) {
                        in.transferTo(some);
                    }
                    some.closeEntry();
                }
            }
        }
        return jar;
    }

    private static String onClassPath(Path... libraries) throws Exception {
        Path[] all = Stream.concat(Stream.of(LIBRARY, ADAPTERS), Arrays.stream(libraries))
                .toArray(Path[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls(all), ClassLoader.getPlatformClassLoader())) {
            return found(loader);
        }
    }

    @Test
    void A6_onTheClassPathEachLibraryIsEnough(@TempDir Path folder) throws Exception {
        assertThat(onClassPath()).isEqualTo(inventory());
        assertThat(onClassPath(official(folder))).isEqualTo(inventory(OFFICIAL));
        assertThat(onClassPath(JAVACPP, JAVACV)).isEqualTo(inventory(FRAME));
        assertThat(onClassPath(JAVACPP, OPENCV)).isEqualTo(inventory(OFFICIAL, BYTEDECO));
        assertThat(onClassPath(JAVACPP, OPENCV, JAVACV)).isEqualTo(inventory(OFFICIAL, BYTEDECO, FRAME));
    }

    /** Modules of the adapters and of libraries, which other modules would require; the others are without a module. */
    private static String onModulePath(List<Path> modules, Path... others) throws Exception {
        Path[] places =
                Stream.concat(Stream.of(LIBRARY, ADAPTERS), modules.stream()).toArray(Path[]::new);
        ModuleFinder finder = ModuleFinder.of(places);
        try (URLClassLoader parent = new URLClassLoader(urls(others), ClassLoader.getPlatformClassLoader())) {
            Set<String> roots = new java.util.TreeSet<>();
            finder.findAll().forEach(module -> roots.add(module.descriptor().name()));
            Configuration configuration = ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), roots);
            ModuleLayer layer = ModuleLayer.boot().defineModulesWithOneLoader(configuration, parent);
            ClassLoader loader = layer.findLoader("org.imageop.opencv");
            assertThat(loader.loadClass("org.imageop.opencv.OpenCvImages")
                            .getModule()
                            .isNamed())
                    .isTrue();
            return found(loader);
        }
    }

    @Test
    void A6_onTheModulePathEachLibraryIsEnough(@TempDir Path folder) throws Exception {
        assertThat(onModulePath(List.of())).isEqualTo(inventory());
        assertThat(onModulePath(List.of(official(folder)))).isEqualTo(inventory(OFFICIAL));
        assertThat(onModulePath(List.of(JAVACPP, OPENBLAS, OPENCV))).isEqualTo(inventory(OFFICIAL, BYTEDECO));
        assertThat(onModulePath(List.of(), JAVACPP, JAVACV)).isEqualTo(inventory(FRAME));
        assertThat(onModulePath(List.of(), JAVACPP, OPENCV, JAVACV)).isEqualTo(inventory(OFFICIAL, BYTEDECO, FRAME));
    }

    @Test
    void aFacadeOfAnAbsentLibraryFailsAsUsual() throws Exception {
        URL[] urls = urls(LIBRARY, ADAPTERS, JAVACPP, JAVACV);
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Class<?> facade = loader.loadClass("org.imageop.javacv.MatImages");
            assertThatThrownBy(() -> facade.getMethod("toMat", Object.class))
                    .isInstanceOf(NoClassDefFoundError.class)
                    .hasMessageContaining("org/bytedeco/opencv/opencv_core/Mat");
            assertThat(loader.loadClass("org.imageop.javacv.FrameImages")
                            .getMethod("toFrame", Object.class)
                            .getReturnType()
                            .getName())
                    .isEqualTo(FRAME);
        }
    }
}
