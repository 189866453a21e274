package org.imageop.imageio;

import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/** Placeholder. */
public final class Formats {
    private Formats() {}

    /**
     * The formats that can be read.
     *
     * @return their suffixes, sorted
     */
    public static Set<String> readable() {
        return new TreeSet<>(Set.of(ImageIO.getReaderFileSuffixes()));
    }
}
