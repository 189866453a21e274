package org.imageop.tck.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Shape;

/** Collects rules of images, in the order in which they are tried. */
final class RuleList {
    private final List<ImageRule> rules = new ArrayList<>();
    private List<String> after = List.of();

    /** The rules that those added from now on presuppose. */
    RuleList after(List<String> ids) {
        after = List.copyOf(ids);
        return this;
    }

    void add(
            String id, ImageRule.Scope scope, String intent, String hint, Function<Shape, List<ImageRule.Case>> cases) {
        rules.add(new ImageRule(new Rule(id, intent, hint, after), scope, cases));
    }

    void add(String id, ImageRule.Scope scope, String intent, String hint, String what, ImageRule.Case.Check check) {
        List<ImageRule.Case> only = List.of(new ImageRule.Case(what, check));
        add(id, scope, intent, hint, shape -> only);
    }

    /** Adds a rule that all those added from now on presuppose. */
    void foundation(
            String id, ImageRule.Scope scope, String intent, String hint, Function<Shape, List<ImageRule.Case>> cases) {
        add(id, scope, intent, hint, cases);
        List<String> more = new ArrayList<>(after);
        more.add(id);
        after(more);
    }

    void foundation(
            String id, ImageRule.Scope scope, String intent, String hint, String what, ImageRule.Case.Check check) {
        List<ImageRule.Case> only = List.of(new ImageRule.Case(what, check));
        foundation(id, scope, intent, hint, shape -> only);
    }

    List<ImageRule> list() {
        return List.copyOf(rules);
    }
}
