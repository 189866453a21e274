package org.imageop.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * One kind of work, which a class of benchmarks has once for each contestant: its method {@code imageop} is ours, the others are named after
 * the peers. {@code docs/benchmarks.md} has a row for each class.
 */
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.TYPE)
public @interface Row {
    /** A reason for {@link #mixed}, to which the ratio is added that was measured so. */
    String NEW_MEMORY = "New memory of a heap that grew meanwhile. Mixed and clean with -Xms4g -XX:+AlwaysPreTouch: ";

    /**
     * The work in a few words; a parameter of the class in braces stands for its value.
     *
     * @return the words
     */
    String value();

    /**
     * What the project wants to reach.
     *
     * @return the targets, the most important one first
     */
    Target[] targets() default {};

    /**
     * Why it takes longer in a VM that has handled everything else, where it does.
     *
     * @return what the profile shows, and what was tried
     */
    String mixed() default "";

    /** How long our way may take. */
    @Retention(RetentionPolicy.RUNTIME)
    @java.lang.annotation.Target({})
    @interface Target {
        /**
         * The contestant to compare with.
         *
         * @return the name of a method, or {@code pillow}
         */
        String peer();

        /**
         * The largest ratio of our time to the peer's.
         *
         * @return the ratio
         */
        double atMost();

        /**
         * What the ratio was before the work on speed began, in the same way on another day.
         *
         * @return the ratio; for rows with a parameter its value, a space and the ratio, for each that was measured
         */
        String[] before() default {};

        /**
         * Why the target is missed, where it is.
         *
         * @return what the profile shows, and what was tried
         */
        String missed() default "";
    }
}
