package org.imageop.verification.proof.broken;

import java.util.ArrayList;
import java.util.List;
import org.imageop.Mode;
import org.imageop.tck.image.ImageChecks;
import org.imageop.tck.source.ImageSource;

/** Collects broken images. */
abstract class BrokenList {
    private final List<Broken> list = new ArrayList<>();

    final void add(String rule, String mistake, Mode mode, OneMode.Maker maker) {
        addSource(rule, mistake, mode, new OneMode(mode, (m, w, h) -> {
            // what no image can be is refused as whole images refuse it
            m.length(w, h);
            return maker.make(m, w, h);
        }));
    }

    final void addSource(String rule, String mistake, Mode mode, ImageSource source) {
        list.add(new Broken(rule, mode + " image: " + mistake, ImageChecks.list(source)));
    }

    final List<Broken> list() {
        return List.copyOf(list);
    }
}
