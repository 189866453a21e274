package org.imageop.cli.tour;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imageop.cli.console.CommandFailure;

/** The pictures that come with the command: 8-bit RGB, 16-bit RGBA and 16-bit grey. */
final class SamplePictures {
    /** In the order in which the tour shows them. */
    static final List<String> NAMES = List.of("harbour.jpg", "marble.png", "headland.tif");

    private SamplePictures() {}

    /** Copies the pictures out of the jar. */
    static List<Path> extract(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            try (InputStream in = SamplePictures.class.getResourceAsStream("/org/imageop/cli/samples/" + name)) {
                if (in == null) {
                    throw new CommandFailure("the sample " + name + " is missing from the jar; build it again");
                }
                Files.copy(in, file);
            }
            files.add(file);
        }
        return files;
    }
}
