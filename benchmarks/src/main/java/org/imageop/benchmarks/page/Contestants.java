package org.imageop.benchmarks.page;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who the contestants are, and in which version. */
final class Contestants {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("affineTransformOp", "AWT's `AffineTransformOp`, nearest pixel"),
            Map.entry(
                    "arrayCopy",
                    "`System.arraycopy` of four bytes for each pixel into memory that is there: the limit"),
            Map.entry("arrayLoop", "the plain loop over arrays that somebody would write for this one case"),
            Map.entry("colorConvertOp", "AWT's `ColorConvertOp`"),
            Map.entry("drawImage", "Java2D: `Graphics2D.drawImage` into a new BufferedImage"),
            Map.entry("getPixel", "AWT's `Raster.getPixel`"),
            Map.entry("getPixels", "AWT's `Raster.getPixels` of each row"),
            Map.entry("getRGB", "AWT's `BufferedImage.getRGB`"),
            Map.entry("imageIo", "`ImageIO` with the same plugins"),
            Map.entry("imgLib2", "ImgLib2's own loops and cursors"),
            Map.entry("imgscalr", "imgscalr; to shrink, its `ULTRA_QUALITY`"),
            Map.entry("intRgb", "a BufferedImage of `TYPE_INT_RGB`"),
            Map.entry("lookupOp", "AWT's `LookupOp`"),
            Map.entry(
                    "openCv", "OpenCV, the far goal: C++ with vector instructions; its filters do not widen to shrink"),
            Map.entry("pillow", "Pillow: C"),
            Map.entry("pixels", "ours, by `image.pixels()`"),
            Map.entry("rows", "ours, by `Images.rows(image)`"),
            Map.entry("setPixel", "AWT's `WritableRaster.setPixel`"),
            Map.entry("setRGB", "AWT's `BufferedImage.setRGB`"),
            Map.entry("swingFXUtils", "JavaFX's `SwingFXUtils`; then `drawImage`, where it does not make the type"),
            Map.entry("thumbnailator", "Thumbnailator with its defaults"),
            Map.entry("twelveMonkeys", "TwelveMonkeys' `ResampleOp`"));

    /** Which jars have the versions. */
    private static final Map<String, String> JARS = Map.of(
            "imgLib2", "imglib2-",
            "imgscalr", "imgscalr-lib-",
            "openCv", "opencv-",
            "swingFXUtils", "javafx-swing-",
            "thumbnailator", "thumbnailator-",
            "twelveMonkeys", "common-image-");

    private Contestants() {}

    /** The peers of a list, a line each. */
    static String describe(Set<String> names, Set<String> runtimes) {
        StringBuilder text = new StringBuilder();
        for (String name : new TreeSet<>(names)) {
            if (name.equals(Result.OURS)) {
                continue;
            }
            text.append("- `").append(name).append("`: ").append(WORDS.getOrDefault(name, name));
            String version = name.equals("pillow") ? pillow(runtimes) : jar(name);
            text.append(version.isEmpty() ? "" : "; " + version).append('\n');
        }
        return text.toString();
    }

    private static String pillow(Set<String> runtimes) {
        return runtimes.stream().filter(runtime -> runtime.startsWith("Pillow")).collect(Collectors.joining(", "));
    }

    private static String jar(String name) {
        String prefix = JARS.get(name);
        List<String> classPath =
                Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        return prefix == null
                ? ""
                : classPath.stream()
                        .map(path -> Path.of(path).getFileName().toString())
                        .filter(file -> file.startsWith(prefix))
                        .map(file -> file.replace(".jar", ""))
                        .sorted()
                        .findFirst()
                        .orElse("");
    }
}
