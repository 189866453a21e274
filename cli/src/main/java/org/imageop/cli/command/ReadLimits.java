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
        return unlimited
                ? ReadOptions.DEFAULTS
                        .withMaxPixels(Long.MAX_VALUE)
                        .withMaxBytes(Long.MAX_VALUE)
                        .withMaxStreamBytes(Long.MAX_VALUE)
                : ReadOptions.DEFAULTS;
    }
}
