package org.imageop.benchmarks.page;

import java.util.List;
import java.util.Map;
import org.imageop.benchmarks.Row;

/**
 * A row of the page.
 *
 * @param name the canonical name of a class with {@link Row}
 * @param parameters those of the class
 */
record Work(String name, Map<String, String> parameters) {
    Work {
        parameters = Map.copyOf(parameters);
    }

    /** The class around the row's class. */
    String subject() {
        String outer = name.substring(0, name.lastIndexOf('.'));
        return outer.substring(outer.lastIndexOf('.') + 1);
    }

    String title() {
        String title = row().value();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            title = title.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return title;
    }

    /** The ratio of a target before the work on speed, or nothing. */
    String before(Row.Target target) {
        for (String before : target.before()) {
            String[] words = before.split(" ");
            if (parameters.isEmpty() || parameters.containsValue(words[0])) {
                return words[words.length - 1];
            }
        }
        return "";
    }

    List<Row.Target> targets() {
        return List.of(row().targets());
    }

    /** Why it takes longer in a mixed VM, or nothing. */
    String mixed() {
        return row().mixed();
    }

    private Row row() {
        int dot = name.lastIndexOf('.');
        String binary = name.substring(0, dot) + "$" + name.substring(dot + 1);
        try {
            Row row = Class.forName(binary).getAnnotation(Row.class);
            if (row == null) {
                throw new IllegalArgumentException(binary + " has no @Row, which gives it a title");
            }
            return row;
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("There is no class " + binary + "; measure again", e);
        }
    }
}
