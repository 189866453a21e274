package org.imageop;

import java.util.List;

/** The kind of colours that a {@link Mode} holds, whatever its depth and alpha. */
public enum ColorFamily {
    /** One component from black to white. */
    GREY("l"),
    /** Red, green and blue light. */
    RGB("r", "g", "b"),
    /** Luma and two differences of colour, with 2×2 subsampled chroma: the planar modes. */
    YCBCR("y", "cr", "cb"),
    /** Cyan, magenta, yellow and black ink. */
    CMYK("c", "m", "y", "k");

    private final List<String> componentNames;

    ColorFamily(String... componentNames) {
        this.componentNames = List.of(componentNames);
    }

    /**
     * The names of the colour components, without alpha.
     *
     * @return an unmodifiable list in the order of {@link Mode#componentNames()}
     */
    public List<String> componentNames() {
        return componentNames;
    }
}
