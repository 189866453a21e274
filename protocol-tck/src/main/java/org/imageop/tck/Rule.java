package org.imageop.tck;

import java.util.List;
import java.util.function.Function;

/**
 * A rule of the specification and the cases in which it is tried. Immutable, and free of any test framework.
 */
public final class Rule {
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

    private final String id;
    private final String intent;
    private final String hint;
    private final Scope scope;
    private final List<String> after;
    private final Function<Shape, List<Case>> cases;

    Rule(String id, String intent, String hint, Scope scope, List<String> after, Function<Shape, List<Case>> cases) {
        this.id = id;
        this.intent = intent;
        this.hint = hint;
        this.scope = scope;
        this.after = after;
        this.cases = cases;
    }

    /**
     * The rule's id in the specification.
     *
     * @return for example {@code P-58}
     */
    public String id() {
        return id;
    }

    /**
     * The rule in a sentence.
     *
     * @return what must hold
     */
    public String intent() {
        return intent;
    }

    /**
     * Where to look if the rule does not hold.
     *
     * @return a sentence for the author of the image
     */
    public String hint() {
        return hint;
    }

    /**
     * The rules without which this one cannot be tried.
     *
     * @return their ids
     */
    public List<String> after() {
        return after;
    }

    boolean covers(Shape shape, boolean readOnly) {
        return scope.covers(shape, readOnly) && !cases.apply(shape).isEmpty();
    }

    List<Case> cases(Shape shape) {
        return cases.apply(shape);
    }
}
