package org.imageop.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Collects rules, in the order in which they are tried. */
final class RuleList {
    private final List<Rule> rules = new ArrayList<>();
    private List<String> after = List.of();

    /** The rules that those added from now on presuppose. */
    RuleList after(List<String> ids) {
        after = List.copyOf(ids);
        return this;
    }

    void add(String id, Rule.Scope scope, String intent, String hint, Function<Shape, List<Rule.Case>> cases) {
        rules.add(new Rule(id, intent, hint, scope, after, cases));
    }

    void add(String id, Rule.Scope scope, String intent, String hint, String what, Rule.Case.Check check) {
        List<Rule.Case> only = List.of(new Rule.Case(what, check));
        add(id, scope, intent, hint, shape -> only);
    }

    List<Rule> list() {
        return List.copyOf(rules);
    }
}
