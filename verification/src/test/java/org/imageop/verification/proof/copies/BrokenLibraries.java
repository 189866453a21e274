package org.imageop.verification.proof.copies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.tck.source.ImageSource;
import org.imageop.verification.library.LibraryContractTest;
import org.imageop.verification.proof.broken.Broken;
import org.imageop.verification.proof.broken.BrokenAdapters;
import org.imageop.verification.proof.broken.BrokenLayouts;

/**
 * Copies of the library with one mistake each, for the rules that its final classes keep and no image can break. The
 * contract is run on {@link org.imageop.StandardImage}, in a copy of the library and the kit of its own.
 */
public final class BrokenLibraries {
    static final String INTERNAL = "org.imageop.internal.";
    private static final String LINE = "org.imageop.Line";
    private static final String PIXEL = "org.imageop.Pixel";

    private BrokenLibraries() {}

    public static List<Broken> all() {
        List<Broken> all = new ArrayList<>(pixels());
        all.addAll(handingOn());
        all.addAll(BrokenModes.all());
        all.addAll(BrokenConversions.all());
        all.addAll(BrokenSharing.all());
        all.addAll(BrokenLimits.all());
        all.addAll(BrokenFactories.all());
        all.addAll(BrokenPlanes.all());
        all.addAll(BrokenViews.all());
        all.addAll(BrokenBorders.all());
        all.addAll(BrokenColors.all());
        all.addAll(BrokenPalettes.all());
        return all;
    }

    private static List<Broken> pixels() {
        return List.of(
                broken("P-73", "a line is in mode L", Rgb.class, LINE, "return image.mode();", "return Mode.L;"),
                broken(
                        "P-74",
                        "a line lacks its last pixel",
                        Rgb.class,
                        LINE,
                        "return image.size().width();",
                        "return image.size().width() - 1;"),
                broken(
                        "P-75",
                        "pixels are copied from the first row",
                        Rgb.class,
                        LINE,
                        "Views.select(image, columns, row()));\n    }\n\n    /**\n     * Changes a pixel (P-76)",
                        "Views.select(image, columns, Slice.of(0, 1)));\n    }\n\n    /**\n     * Changes a pixel (P-76)"),
                broken(
                        "P-76",
                        "the first pixel of a line is set",
                        Rgb.class,
                        LINE,
                        "get(x).value(value)",
                        "get(0).value(value)"),
                broken(
                        "P-77",
                        "pixels of the first row are replaced",
                        Rgb.class,
                        LINE,
                        "Views.select(image, columns, row()), columns, row(), source)",
                        "Views.select(image, columns, Slice.of(0, 1)), columns, Slice.of(0, 1), source)"),
                broken(
                        "P-79",
                        "a pixel is in mode L",
                        Rgb.class,
                        PIXEL,
                        "        return mode;",
                        "        return Mode.L;"),
                broken(
                        "P-80",
                        "value() is the same array each time",
                        Rgb.class,
                        PIXEL,
                        "private final Mode mode;",
                        "private final Mode mode; private final int[] kept = new int[3];",
                        "int[] values = new int[mode.components()];\n        for",
                        "int[] values = kept;\n        for"),
                broken(
                        "P-81",
                        "g(value) changes red",
                        Rgb.class,
                        PIXEL,
                        "set(mode.componentIndex('g'), value)",
                        "set(mode.componentIndex('r'), value)"),
                broken(
                        "P-82",
                        "components come in reverse order",
                        Rgb.class,
                        PIXEL,
                        "return get(next++);",
                        "return get(mode.components() - ++next);"),
                broken(
                        "P-83",
                        "getLong() is signed",
                        Grey32.class,
                        PIXEL,
                        "get(component) & mode.maxValue()",
                        "get(component)"),
                broken(
                        "P-84",
                        "a slice of components is written backwards",
                        Rgb.class,
                        PIXEL,
                        "set((int) selection.at(i), values[i]);",
                        "set((int) selection.at(i), values[values.length - 1 - i]);"),
                broken(
                        "L-10",
                        "premultiplied colours are rounded down",
                        PremultipliedLayout.class,
                        INTERNAL + "colors.Premultiplication",
                        "int t = x * y + 128;",
                        "int t = x * y;"));
    }

    private static List<Broken> handingOn() {
        return List.of(
                broken(
                        "S-4",
                        "losses are not passed on",
                        BrokenAdapters.Whole.class,
                        "org.imageop.Transfer",
                        "other.apply(image), reason, writable, losses)",
                        "other.apply(image), reason, writable, List.of())"),
                broken(
                        "S-6",
                        "unwrapping is forgotten",
                        BrokenAdapters.Whole.class,
                        "org.imageop.spi.HandingOn",
                        "image instanceof StandardImage standard\n",
                        "image instanceof StandardImage standard && standard.info() == null\n"),
                broken(
                        "S-10",
                        "Images.to always copies",
                        BrokenAdapters.Whole.class,
                        "org.imageop.Images",
                        "transfer(image, type, Copy.IF_NEEDED).image()",
                        "transfer(image, type, Copy.ALWAYS).image()"));
    }

    /** Standard images of one mode. */
    abstract static class Standard implements ImageSource {
        private final Mode only;

        Standard(Mode only) {
            this.only = only;
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            return mode == only ? Optional.of(StandardImage.of(mode, width, height)) : Optional.empty();
        }
    }

    /** RGB. */
    static final class Rgb extends Standard {
        Rgb() {
            super(Mode.RGB);
        }
    }

    /** Premultiplied colours in memory. */
    static final class PremultipliedLayout extends BrokenLayouts.Source {
        PremultipliedLayout() {
            super(
                    Mode.RGBA,
                    (memory, w, h, stride) -> layout(Mode.RGBA, AlphaType.PREMULTIPLIED, memory, w, h, 3, -1, stride));
        }

        @Override
        public boolean premultiplied() {
            return true;
        }
    }

    /** L32. */
    static final class Grey32 extends Standard {
        Grey32() {
            super(Mode.L32);
        }
    }

    /** Breaks a class, and runs the rules of the library on a copy that has it. */
    static Broken broken(String rule, String mistake, String type, String... replacements) {
        return broken(rule, mistake, LibraryContractTest.class, type, replacements);
    }

    /**
     * Breaks a class, and runs the contract on a copy of the library that has it.
     *
     * @param source a class of this package that makes images or layouts, or tests an adapter or the library
     * @param type the class that is broken
     * @param replacements texts of its source, each followed by what takes its place
     */
    static Broken broken(String rule, String mistake, Class<?> source, String type, String... replacements) {
        // at once, so that a text that has moved is found before anything runs
        String text = replaced(type, replacements);
        return new Broken(rule, "library: " + mistake, () -> {
            try {
                return MutatedLibrary.of(type, text).failures(source, rule);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String replaced(String type, String... replacements) {
        Path root = Path.of(System.getProperty("imageop.root"), "protocol-api/src/main/java");
        Path file = root.resolve(type.replace('.', '/') + ".java");
        try {
            String text = Files.readString(file);
            for (int i = 0; i < replacements.length; i += 2) {
                if (!text.contains(replacements[i])) {
                    throw new IllegalStateException("There is no \"" + replacements[i] + "\" to break in " + file);
                }
                text = text.replace(replacements[i], replacements[i + 1]);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
