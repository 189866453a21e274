package org.imageop.tck.source;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.imageop.Mode;

/** The modes of a source that does not list them. */
final class DeclaredModes {
    private DeclaredModes() {}

    /** Makes what is tested; empty if there is none. */
    interface Maker {
        Optional<?> make(Mode mode, int width, int height);
    }

    /** The modes of which something is made, or fails to be. */
    static Set<Mode> of(Capabilities source, Maker maker) {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        for (Mode mode : Mode.values()) {
            if (source.sizes(mode).stream().anyMatch(size -> {
                try {
                    return maker.make(mode, size.width(), size.height()).isPresent();
                } catch (RuntimeException e) {
                    // perhaps a mistake; the check of this mode reports it
                    return true;
                }
            })) {
                modes.add(mode);
            }
        }
        return modes;
    }
}
