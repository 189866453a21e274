package org.imageop.cli;

import org.imageop.imageio.ReadOptions;
import picocli.CommandLine.Option;

/** How large an image may be that a file announces. */
final class Limits {
    @Option(
            names = "--unlimited",
            description = "Read images of any size. Otherwise a file that announces more pixels than is reasonable, or "
                    + "more bytes than half of the heap, is refused before anything is allocated.")
    private boolean unlimited;

    ReadOptions options() {
        return unlimited ? new ReadOptions(Long.MAX_VALUE, Long.MAX_VALUE) : ReadOptions.DEFAULTS;
    }
}
