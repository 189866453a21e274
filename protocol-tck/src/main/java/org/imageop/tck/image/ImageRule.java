package org.imageop.tck.image;

import java.util.List;
import java.util.Set;
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

    /** Where an image is large, only what finds samples in wrong places is tried. */
    private static final Set<String> OF_PLACES = Set.of("P-2", "P-18", "P-20", "B-5", "P-19", "B-6", "A-10", "P-43");

    List<Case> of(Shape shape, boolean readOnly) {
        return shape.large() && !OF_PLACES.contains(rule.id())
                ? List.of()
                : scope.covers(shape, readOnly) ? cases.apply(shape) : List.of();
    }
}
