package org.imageop.cli.convert;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.CommandFailure;
import org.imageop.cli.console.Console;
import org.imageop.cli.console.Problem;
import org.imageop.cli.console.ProgressBar;
import org.imageop.imageio.FileFormat;
import org.imageop.imageio.ImageFiles;
import org.jspecify.annotations.Nullable;

/**
 * The conversion of all images in a folder and its subfolders, which are mirrored in the target. Hidden files and links to
 * folders are left out, and so is the target if it lies within.
 */
final class FolderConversion {
    private final Console console;
    private final FileConversion conversion;
    private final @Nullable TargetFormat format;
    private final Set<String> readable = new HashSet<>();
    private final Map<String, Integer> losses = new TreeMap<>();
    private final Map<Path, Path> origins = new HashMap<>();
    private int converted;
    private int failed;
    private int existing;
    private int others;

    /**
     * A conversion that has not begun.
     *
     * @param console where to report
     * @param conversion what to do with each image
     * @param format what to write, or null to keep each file's suffix
     */
    FolderConversion(Console console, FileConversion conversion, @Nullable TargetFormat format) {
        this.console = console;
        this.conversion = conversion;
        this.format = format;
        for (FileFormat each : ImageFiles.formats()) {
            if (each.readable()) {
                each.suffixes().forEach(suffix -> readable.add(suffix.toLowerCase(Locale.ROOT)));
            }
        }
    }

    /**
     * Converts what can be converted; one failure does not stop the rest.
     *
     * @return the exit status: 1 if any file failed or there was none
     */
    int run(Path from, Path to) throws IOException {
        checkTarget(to);
        Set<Path> images = images(from, to);
        if (images.isEmpty() && failed == 0) {
            throw new CommandFailure(from + ": there is no image file in this folder"
                    + (others == 0 ? "" : ", only " + Amounts.count(others, "other file")));
        }
        ProgressBar progress = new ProgressBar(console, images.size());
        int done = 0;
        for (Path image : images) {
            progress.show(done++, image.toString());
            try {
                convert(from.resolve(image), to.resolve(renamed(image)));
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                failed++;
                progress.hide();
                console.report(Problem.describe(from.resolve(image), e));
                console.trace(e);
            }
        }
        progress.hide();
        console.out().println(summary());
        console.out().flush();
        losses.forEach((loss, files) -> console.report("lost in " + Amounts.count(files, "file") + ": " + loss));
        return failed == 0 ? 0 : 1;
    }

    /** Checks once, for all files, that the folder can be made. */
    private static void checkTarget(Path to) {
        for (Path folder = to; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder)) {
                if (!Files.isDirectory(folder)) {
                    throw new CommandFailure(to + ": cannot be made, " + folder + " is a file");
                }
                return;
            }
        }
    }

    /** The images below a folder, relative to it and in order; what else there is, is counted. */
    private Set<Path> images(Path from, Path to) throws IOException {
        Set<Path> images = new TreeSet<>();
        // a link that the user named is followed, links inside are not
        Path root = from.toRealPath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                boolean leftOut =
                        !folder.equals(root) && (hidden(folder) || Files.exists(to) && Files.isSameFile(folder, to));
                return leftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!hidden(file) && !Files.isDirectory(file)) {
                    if (readable.contains(suffix(file).toLowerCase(Locale.ROOT))) {
                        images.add(root.relativize(file));
                    } else {
                        others++;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                failed++;
                console.report(Problem.describe(file, problem));
                console.trace(problem);
                return FileVisitResult.CONTINUE;
            }
        });
        return images;
    }

    private void convert(Path image, Path target) throws IOException {
        Path rival = origins.putIfAbsent(target, image);
        if (rival != null) {
            throw new CommandFailure("would become " + target + ", as " + rival + " did");
        }
        if (Files.exists(target) && !conversion.overwrite()) {
            existing++;
            return;
        }
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        conversion.run(image, target).losses().forEach(loss -> losses.merge(loss, 1, Integer::sum));
        converted++;
    }

    private Path renamed(Path image) {
        if (format == null) {
            return image;
        }
        String name = image.getFileName().toString();
        return image.resolveSibling(
                name.substring(0, name.length() - suffix(image).length()) + format.suffix());
    }

    private String summary() {
        List<String> reasons = new ArrayList<>();
        if (existing > 0) {
            reasons.add(existing + (existing == 1 ? " exists" : " exist") + " already");
        }
        if (others > 0) {
            reasons.add(others == 1 ? "1 is not an image" : others + " are not images");
        }
        return converted + " converted, " + failed + " failed, " + (existing + others) + " skipped"
                + (reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")")
                + (existing == 0 ? "" : "; --overwrite replaces what exists");
    }

    private static boolean hidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
