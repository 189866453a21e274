package org.imageop.tck.image;

import java.util.List;
import java.util.function.Function;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.engine.Subject;

/** A rule of images, which images it speaks of, and the cases in which it is tried. */
record ImageRule(Rule rule, Scope scope, Function<Shape, List<Case>> cases) {
    /** The images that a rule speaks of. */
    enum Scope {
        ANY,
        PIXELS,
        PLANAR,
        WRITABLE,
        WRITABLE_PIXELS,
        READ_ONLY;

        boolean covers(Shape shape, boolean readOnly) {
            return switch (this) {
                case ANY -> true;
                case PIXELS -> !shape.planar();
                case PLANAR -> shape.planar();
                case WRITABLE -> !readOnly;
                case WRITABLE_PIXELS -> !readOnly && !shape.planar();
                case READ_ONLY -> readOnly;
            };
        }
    }

    /** One thing that is tried. */
    record Case(String what, Check check) {
        interface Check {
            void on(Subject subject) throws Exception;
        }
    }

    List<Case> of(Shape shape, boolean readOnly) {
        return scope.covers(shape, readOnly) ? cases.apply(shape) : List.of();
    }
}
