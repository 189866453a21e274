package org.imageop.internal.lookup;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imageop.ImageLike;
import org.imageop.spi.ImageAdapter;
import org.jspecify.annotations.Nullable;

/** Explains why no adapter was found for a class, and what would help. */
final class Misses {
    /** An artifact of this project: its name, the package of its adapters, and a class that is there if it is. */
    private record Artifact(String name, String adapters, String facade) {}

    private static final Artifact AWT =
            new Artifact("org.imageop:imageop-adapters-awt", "org.imageop.awt.", "org.imageop.awt.AwtImages");
    private static final Artifact JAVAFX =
            new Artifact("org.imageop:imageop-adapters-javafx", "org.imageop.javafx.", "org.imageop.javafx.FxImages");
    private static final Artifact IMGLIB2 = new Artifact(
            "org.imageop:imageop-adapters-imglib2", "org.imageop.imglib2.", "org.imageop.imglib2.ImgLib2Images");
    private static final Artifact IMAGEJ = new Artifact(
            "org.imageop:imageop-adapters-imagej", "org.imageop.imagej.", "org.imageop.imagej.ImageJImages");
    private static final Artifact OPENCV = new Artifact(
            "org.imageop:imageop-adapters-opencv", "org.imageop.opencv.", "org.imageop.opencv.OpenCvImages");

    /** The image classes that the artifacts know, by name, because they may be absent. */
    private static final Map<String, Artifact> KNOWN = Map.ofEntries(
            Map.entry("java.awt.Image", AWT),
            Map.entry("java.awt.image.RenderedImage", AWT),
            Map.entry("java.awt.image.Raster", AWT),
            Map.entry("javafx.scene.image.Image", JAVAFX),
            Map.entry("javafx.scene.image.PixelBuffer", JAVAFX),
            Map.entry("net.imglib2.RandomAccessibleInterval", IMGLIB2),
            Map.entry("org.opencv.core.Mat", OPENCV),
            Map.entry("org.bytedeco.opencv.opencv_core.Mat", OPENCV),
            Map.entry("org.bytedeco.javacv.Frame", OPENCV),
            Map.entry("ij.process.ImageProcessor", IMAGEJ),
            Map.entry("ij.ImagePlus", IMAGEJ));

    /** What this library's own messages end with, also one that an adapter failed with. */
    private static final Pattern ANCHOR = Pattern.compile(" \\[errors\\.md#[a-z0-9-]+]");

    private Misses() {}

    /**
     * What was found in place of an adapter, and what would help.
     *
     * @param foreign the class of the object, or the class wanted
     * @param object whether an object was to be accepted; else one of the class was to be made
     * @return sentences without a full stop at the end
     */
    static String explain(Class<?> foreign, boolean object) {
        Set<Class<?>> supertypes = supertypes(foreign);
        AdapterRegistry.Found found = AdapterRegistry.found(foreign);
        return inventory(found, supertypes) + "; " + help(foreign, object, supertypes, found);
    }

    private static String help(
            Class<?> foreign, boolean object, Set<Class<?>> supertypes, AdapterRegistry.Found found) {
        for (Class<?> type : supertypes) {
            if (type.getName().equals(ImageLike.class.getName()) && type != ImageLike.class) {
                return "it implements " + type.getName() + " of another copy of this library, loaded by "
                        + type.getClassLoader() + "; load imageop-protocol-api once, where both sides see it";
            }
        }
        for (Class<?> type : supertypes) {
            Artifact artifact = KNOWN.get(type.getName());
            if (artifact != null) {
                return help(artifact, foreign, found);
            }
        }
        Class<?> near = near(foreign, object, found.adapters().values());
        if (near != null) {
            return object
                    ? "none of them takes it; turn it into a " + near.getName() + " first"
                    : "ask for a " + near.getName() + ", which an adapter makes";
        }
        return "implement org.imageop.ImageMixin or org.imageop.ImageProvider, or provide an"
                + " org.imageop.spi.ImageAdapter for it";
    }

    private static String help(Artifact artifact, Class<?> foreign, AdapterRegistry.Found found) {
        for (ImageAdapter<?> adapter : found.adapters().keySet()) {
            if (adapter.getClass().getName().startsWith(artifact.adapters())) {
                return artifact.name() + " is there, and none of its adapters makes a " + foreign.getName()
                        + "; ask for one of the classes above";
            }
        }
        if (present(artifact, foreign)) {
            return artifact.name() + " is there, but its services are not found: merge the files"
                    + " META-INF/services/org.imageop.spi.ImageAdapter of all jars when you build one jar, or add its"
                    + " module to the run-time image";
        }
        return "add the artifact " + artifact.name();
    }

    private static boolean present(Artifact artifact, Class<?> foreign) {
        ClassLoader[] loaders = {
            Thread.currentThread().getContextClassLoader(), Misses.class.getClassLoader(), foreign.getClassLoader()
        };
        for (ClassLoader loader : loaders) {
            if (loader != null) {
                try {
                    Class.forName(artifact.facade(), false, loader);
                    return true;
                } catch (ClassNotFoundException | LinkageError e) {
                    // this loader does not have it
                }
            }
        }
        return false;
    }

    /** A class that an adapter knows and that is a relative of a foreign one: a supertype, or of the same library. */
    private static @Nullable Class<?> near(Class<?> foreign, boolean object, Collection<Class<?>> known) {
        for (Class<?> type : known) {
            if (!object && type.isAssignableFrom(foreign)) {
                return type;
            }
        }
        for (Class<?> type : known) {
            if (!type.getName().startsWith("java") && library(type).equals(library(foreign))) {
                return type;
            }
        }
        return null;
    }

    /** The first two parts of a package's name. */
    private static String library(Class<?> type) {
        String[] parts = type.getName().split("\\.", 3);
        return parts.length < 3 ? type.getName() : parts[0] + "." + parts[1];
    }

    /** What was found. An adapter whose library is absent is of interest to those alone who have a class of it. */
    private static String inventory(AdapterRegistry.Found found, Set<Class<?>> supertypes) {
        String adapters = found.adapters().isEmpty()
                ? "No adapters were found"
                : "Adapters were found for "
                        + found.adapters().values().stream().map(Class::getName).collect(Collectors.joining(", "));
        return found.failures().stream()
                .filter(failure -> failure.absent().isEmpty()
                        || supertypes.stream().anyMatch(type -> type.getName().equals(failure.absent())))
                .map(failure -> "; one could not be loaded: "
                        + ANCHOR.matcher(failure.text()).replaceAll(""))
                .collect(Collectors.joining("", adapters, ""));
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        collect(type, all);
        return all;
    }

    private static void collect(@Nullable Class<?> type, Set<Class<?>> all) {
        if (type != null && all.add(type)) {
            collect(type.getSuperclass(), all);
            for (Class<?> implemented : type.getInterfaces()) {
                collect(implemented, all);
            }
        }
    }
}
