package org.imageop.imageio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that are none. */
final class Specials {
    private Specials() {}

    /** What a command such as mkfifo makes of a path, or the test is skipped. */
    static Path make(Path folder, String name, String command, String... arguments) throws Exception {
        Path made = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of(command, made.toString()));
        words.addAll(List.of(arguments));
        int status;
        try {
            status = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            status = -1; // no such command
        }
        assumeTrue(status == 0, "this user cannot use " + command + " here");
        return made;
    }
}
