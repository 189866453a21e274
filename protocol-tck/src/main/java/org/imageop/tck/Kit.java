package org.imageop.tck;

import java.util.List;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.tck.image.ImageChecks;
import org.imageop.tck.layout.LayoutChecks;
import org.imageop.tck.result.Result;
import org.imageop.tck.source.AdapterSource;
import org.imageop.tck.source.ImageSource;
import org.imageop.tck.source.LayoutSource;

/** The contracts without any test framework. */
public final class Kit {
    private Kit() {}

    /**
     * Checks a class of images.
     *
     * @param source makes the images and declares what they are capable of
     * @return a result for each suppressed rule, then for each check
     * @throws IllegalArgumentException if no mode is declared, or if a rule is suppressed that does not exist, or
     *     without a reason
     */
    public static List<Result> checkImages(ImageSource source) {
        return ImageChecks.list(source).run();
    }

    /**
     * Checks layouts, and the images that the layouts make.
     *
     * @param source makes the layouts and declares what they are capable of
     * @return a result for each suppressed rule, then for each check
     * @throws IllegalArgumentException if no mode is declared, or if a rule is suppressed that does not exist, or
     *     without a reason
     */
    public static List<Result> checkLayouts(LayoutSource source) {
        return LayoutChecks.list(source).run();
    }

    /**
     * Checks an adapter.
     *
     * @param source the adapter and what it is tested with
     * @return a result for each suppressed rule, then for each check
     * @throws IllegalArgumentException if there is nothing to test with, or if a rule is suppressed that does not
     *     exist, or without a reason
     */
    public static List<Result> checkAdapter(AdapterSource<?> source) {
        return AdapterChecks.list(source).run();
    }
}
