package org.imageop.imageio;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.imageop.Mode;

/**
 * A file format, and what the plugins found can do with it.
 *
 * @param name its name, such as {@code "TIFF"}
 * @param suffixes the suffixes of its files, in lower case and without a dot; the usual one first
 * @param readable whether a reader was found
 * @param writable whether a writer was found that holds at least one mode
 * @param writes the modes that it holds: an image that was written and read again has the same mode and, unless the
 *     format is lossy, the same samples; exceptions are in the restriction
 * @param lossy whether writing changes samples
 * @param frames whether a file holds several images, as {@link ImageFiles#writeFrames} writes them
 * @param restriction which images of these modes it cannot hold or keeps only in part, as a clause; often empty
 */
public record FileFormat(
        String name,
        List<String> suffixes,
        boolean readable,
        boolean writable,
        Set<Mode> writes,
        boolean lossy,
        boolean frames,
        String restriction) {
    /**
     * Describes a format.
     *
     * @param name its name
     * @param suffixes the suffixes of its files, copied
     * @param readable whether a reader was found
     * @param writable whether a writer was found
     * @param writes the modes that it holds, copied
     * @param lossy whether writing changes samples
     * @param frames whether it holds several images
     * @param restriction which images it cannot hold or keeps only in part, as a clause
     */
    public FileFormat {
        suffixes = List.copyOf(suffixes);
        EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
        modes.addAll(writes);
        writes = Collections.unmodifiableSet(modes);
    }
}
