package org.imageop.verification.contracts;

import java.util.Optional;
import org.imageop.Mode;
import org.imageop.tck.LayoutContract;
import org.imageop.verification.proof.broken.BrokenLayouts.Source;

/** The contract of layouts on a whole description of bytes in the order blue, green, red, in padded rows. */
class LayoutContractTest extends LayoutContract {
    private final Source whole = new Source(Mode.RGB, Source::bgr);

    @Override
    public Optional<Described> layout(Mode mode, int width, int height) {
        return whole.layout(mode, width, height);
    }
}
