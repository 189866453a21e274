package org.imageop.cli.command;

import org.imageop.imageio.ReadOptions;
import picocli.CommandLine.Option;

/** How large an image may be that a file announces. */
public final class ReadLimits {
    @Option(
            names = "--unlimited",
            description =
                    "Read images of any size. By default, a file that announces too many pixels, or more bytes than "
                            + "half of the heap, is refused before memory is allocated.")
    private boolean unlimited;

    public ReadOptions options() {
        return unlimited ? new ReadOptions(Long.MAX_VALUE, Long.MAX_VALUE) : ReadOptions.DEFAULTS;
    }
}
