package org.imageop.tck;

import java.util.List;
import org.imageop.Mode;

/** Something that is tried in each mode, in one size that all of them have. */
interface ModeTrial {
    void on(Shape shape, Probe probe) throws Exception;

    static void each(List<Check> checks, Rule rule, String group, String what, ModeTrial trial) {
        for (Mode mode : Mode.values()) {
            Shape shape = new Shape(mode, 6, 4);
            checks.add(new Check(rule, group, what + " of a " + shape, probe -> trial.on(shape, probe)));
        }
    }
}
