package org.imageop.verification.model;

import java.util.List;
import org.imageop.Mode;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Shape;

/** Something that is tried in each mode, in one size that all of them have. */
public interface ModeTrial {
    public void on(Shape shape, Probe probe) throws Exception;

    public static void each(List<Check> checks, Rule rule, String group, String what, ModeTrial trial) {
        for (Mode mode : Mode.values()) {
            Shape shape = new Shape(mode, 6, 4);
            checks.add(new Check(rule, group, what + " of a " + shape, probe -> trial.on(shape, probe)));
        }
    }
}
