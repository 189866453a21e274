package org.imageop.verification.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.Copy;
import org.imageop.Images;

/** docs/reference/sharing.md: what was measured, printed. */
final class SharingDocument {
    private static final String HEAD = """
            # What is shared, what is copied

            Measured, not claimed: `SharingMatrixTest` converts every kind of image to every class under each `Copy`, reads both
            sides through their own means, and proves sharing by writing on one side and reading on the other, in both
            directions. This page is its output. After a change, measure it again with

            ```
            ./mvnw test -pl verification -am -Dtest=SharingMatrixTest -Dimageop.update=true
            ```

            | word | what `Images.to` and `transfer(…, Copy.IF_NEEDED)` do |
            | --- | --- |
            | itself | returns the same object, unwrapped |
            | shared | makes an object on the same memory |
            | live view | makes an object that asks the source for each pixel, so that either side shows what the other writes |
            | read-only | can be read only: the source cannot be written either |
            | copied | copies, for the reason in brackets, and loses what the letters name; both are listed below each table. `Copy.NEVER` throws with that reason |

            `Copy.ALWAYS` makes an independent copy of each of them, with the same pixels. In the reasons, M, n and m stand for what
            differs from image to image.
            """;

    private SharingDocument() {}

    /** Compares the committed document with what is measured now, or writes it. */
    static void check(Collection<Source> sources) throws IOException {
        Path file = Path.of(System.getProperty("imageop.root")).resolve("docs/reference/sharing.md");
        String measured = text(sources);
        if (Boolean.getBoolean("imageop.update")) {
            Files.writeString(file, measured);
        }
        assertThat(Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "")
                .as("docs/reference/sharing.md is not what was measured; update it with -Dimageop.update=true,"
                        + " and see whether the difference is meant")
                .isEqualTo(measured);
    }

    private static String text(Collection<Source> sources) {
        Map<String, List<Source>> groups = new LinkedHashMap<>();
        sources.forEach(source ->
                groups.computeIfAbsent(source.group(), g -> new ArrayList<>()).add(source));
        StringBuilder text = new StringBuilder(HEAD);
        groups.forEach((group, members) -> new Table().append(group, members, text));
        return text.append(ColorTable.text()).toString();
    }

    /** The sources of one group, a row for each that differs, with a legend of its own. */
    private static final class Table {
        private final Map<String, Integer> reasons = new LinkedHashMap<>();
        private final Map<String, Character> losses = new LinkedHashMap<>();

        void append(String group, List<Source> sources, StringBuilder text) {
            text.append("\n## From ").append(group).append("\n\n| image | mode or type |");
            for (Target target : Target.values()) {
                text.append(" `").append(target.type.getSimpleName()).append("` |");
            }
            text.append("\n|")
                    .append(" --- |".repeat(Target.values().length + 2))
                    .append('\n');
            alike(rows(sources))
                    .forEach((cells, kinds) -> text.append("| ")
                            .append(String.join("; ", kinds))
                            .append(" | ")
                            .append(String.join(" | ", cells))
                            .append(" |\n"));
            if (!reasons.isEmpty()) {
                text.append("\nCopied, because\n\n");
                reasons.forEach((reason, number) ->
                        text.append(number).append(". ").append(reason).append('\n'));
            }
            if (!losses.isEmpty()) {
                text.append("\nLost:\n\n");
                losses.forEach((loss, letter) -> text.append("- (")
                        .append(letter)
                        .append(") ")
                        .append(loss)
                        .append('\n'));
            }
        }

        /** Kind and cells of each row, with the labels of the sources that share them. */
        private Map<List<String>, List<String>> rows(List<Source> sources) {
            Map<String, List<Source>> kinds = new LinkedHashMap<>();
            // first by kind, because the sources go by mode
            sources.forEach(source ->
                    kinds.computeIfAbsent(source.kind(), k -> new ArrayList<>()).add(source));
            Map<List<String>, List<String>> rows = new LinkedHashMap<>();
            kinds.forEach((kind, members) -> members.forEach(source -> {
                List<String> row = new ArrayList<>(List.of(kind));
                for (Target target : Target.values()) {
                    row.add(cell(
                            Fate.of(source, target, Images.transfer(source.object(), target.type, Copy.IF_NEEDED))));
                }
                rows.computeIfAbsent(row, r -> new ArrayList<>()).add(source.label());
            }));
            return rows;
        }

        /** Labels and cells of each row, with the kinds that share them. */
        private static Map<List<String>, List<String>> alike(Map<List<String>, List<String>> rows) {
            Map<List<String>, List<String>> alike = new LinkedHashMap<>();
            rows.forEach((row, labels) -> {
                List<String> key = new ArrayList<>(row);
                key.set(0, String.join(", ", labels));
                alike.computeIfAbsent(key, k -> new ArrayList<>()).add(row.get(0));
            });
            return alike;
        }

        private String cell(Fate fate) {
            if (fate.reason().isEmpty()) {
                return fate.kind();
            }
            int number = reasons.computeIfAbsent(fate.reason(), r -> reasons.size() + 1);
            StringBuilder cell = new StringBuilder(fate.kind() + " (" + number + ")");
            for (int i = 0; i < fate.losses().size(); i++) {
                char letter = losses.computeIfAbsent(fate.losses().get(i), l -> (char) ('a' + losses.size()));
                cell.append(i == 0 ? "; lost: " : ", ").append(letter);
            }
            return cell.toString();
        }
    }
}
