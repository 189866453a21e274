package org.imageop.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;

/**
 * Copies of the library with one mistake each, for the rules that its final classes keep and no image can break. The
 * contract is run on {@link org.imageop.StandardImage}, in a copy of the library and the kit of its own.
 */
final class BrokenLibraries {
    private static final String LINE = "org.imageop.Line";
    private static final String PIXEL = "org.imageop.Pixel";

    private BrokenLibraries() {}

    static List<Broken> all() {
        return List.of(
                broken("P-73", "a line is in mode L", LINE, "return image.mode();", "return Mode.L;", Rgb.class),
                broken(
                        "P-74",
                        "a line lacks its last pixel",
                        LINE,
                        "return image.size().width();",
                        "return image.size().width() - 1;",
                        Rgb.class),
                broken(
                        "P-75",
                        "pixels are copied from the first row",
                        LINE,
                        "Areas.copy(image, columns, Areas.row(y))",
                        "Areas.copy(image, columns, Areas.row(0))",
                        Rgb.class),
                broken(
                        "P-76",
                        "the first pixel of a line is set",
                        LINE,
                        "get(x).value(value)",
                        "get(0).value(value)",
                        Rgb.class),
                broken(
                        "P-77",
                        "pixels of the first row are replaced",
                        LINE,
                        "Areas.assign(image, columns, Areas.row(y), source)",
                        "Areas.assign(image, columns, Areas.row(0), source)",
                        Rgb.class),
                broken(
                        "P-79",
                        "a pixel is in mode L",
                        PIXEL,
                        "        return mode;",
                        "        return Mode.L;",
                        Rgb.class),
                broken(
                        "P-80",
                        "value() is the same array each time",
                        PIXEL,
                        "private final Mode mode;|int[] values = new int[mode.components()];",
                        "private final Mode mode; private final int[] kept = new int[3];|int[] values = kept;",
                        Rgb.class),
                broken(
                        "P-81",
                        "g(value) changes red",
                        PIXEL,
                        "set(mode.componentIndex('g'), value)",
                        "set(mode.componentIndex('r'), value)",
                        Rgb.class),
                broken(
                        "P-82",
                        "components come in reverse order",
                        PIXEL,
                        "return get(next++);",
                        "return get(mode.components() - ++next);",
                        Rgb.class),
                broken(
                        "P-83",
                        "getLong() is signed",
                        PIXEL,
                        "get(component) & mode.maxValue()",
                        "get(component)",
                        Grey32.class),
                broken(
                        "P-84",
                        "a slice of components is written backwards",
                        PIXEL,
                        "all[component] = values[i];",
                        "all[component] = values[values.length - 1 - i];",
                        Rgb.class),
                broken(
                        "L-10",
                        "premultiplied colours are rounded down",
                        "org.imageop.internal.Alpha",
                        "int t = x * y + 128;",
                        "int t = x * y;",
                        PremultipliedLayout.class));
    }

    /** Standard images of one mode. */
    abstract static class Standard implements ImageSource {
        private final Mode only;

        Standard(Mode only) {
            this.only = only;
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(only);
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

    /** Breaks a class; what is found and put in its place may be several texts, with bars between them. */
    private static Broken broken(
            String rule, String mistake, String type, String good, String bad, Class<? extends Capabilities> source) {
        return new Broken(rule, "library: " + mistake, () -> {
            try {
                Path root = Path.of(System.getProperty("imageop.root"), "protocol-api/src/main/java");
                Path file = root.resolve(type.replace('.', '/') + ".java");
                String text = Files.readString(file);
                String[] parts = good.split("\\|");
                for (int i = 0; i < parts.length; i++) {
                    if (!text.contains(parts[i])) {
                        throw new IllegalStateException("There is no \"" + parts[i] + "\" to break in " + file);
                    }
                    text = text.replace(parts[i], bad.split("\\|")[i]);
                }
                return MutatedLibrary.of(type, text).failures(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
