package org.imageop.examples.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.foreign.CPairFunction;
import org.imageop.foreign.ImageCall;

/**
 * A function of a C file of one's own, {@code src/main/c/edges.c}, that reads one image and writes another:
 *
 * <pre>{@code
 * cc -std=c99 -O2 -shared -fPIC -I docs/reference -o libedges.so edges.c
 * }</pre>
 */
public final class Edges {
    private Edges() {}

    /**
     * Finds the edges of an image.
     *
     * @param library the compiled file
     * @param image any image
     * @return an L image, bright where the grey of the image changes
     */
    @SuppressWarnings("restricted")
    public static StandardImage of(Path library, ImageLike image) {
        StandardImage edges = StandardImage.of(Mode.L, image.width(), image.height());
        try (Arena arena = Arena.ofConfined()) {
            CPairFunction function = CPairFunction.of(SymbolLookup.libraryLookup(library, arena)
                    .find("edges_of_image")
                    .orElseThrow());
            ImageLike grey = image.mode() == Mode.L ? image : StandardImage.from(image, Mode.L);
            ImageCall.writing().whole().run(grey, edges, function);
        }
        return edges;
    }
}
