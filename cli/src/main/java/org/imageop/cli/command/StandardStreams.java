package org.imageop.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import org.imageop.imageio.ImageFile;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.ReadOptions;

/** Standard input and output, for which {@code -} stands on the command line. A file of this name is {@code ./-}. */
public final class StandardStreams {
    private StandardStreams() {}

    /** Whether an argument stands for one of them. */
    public static boolean named(Path argument) {
        return argument.toString().equals("-");
    }

    /** Opens an image file, or what comes in. */
    public static ImageFile open(Path file, ReadOptions limits) throws IOException {
        return named(file) ? ImageFiles.open(System.in, limits) : ImageFiles.open(file, limits);
    }

    /** What messages call an input. */
    public static String input(Path file) {
        return named(file) ? "standard input" : file.toString();
    }
}
