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

            Measured, not claimed: `SharingMatrixTest` hands every kind of image on to every class under each `Copy`, reads both
            sides through their own means, and proves sharing by writing on one side and reading on the other, in both
            directions. This page is its output. After a change, write it anew with

            ```
            ./mvnw test -pl verification -am -Dtest=SharingMatrixTest -Dimageop.update=true
            ```

            | word | what `Images.to` and `transfer(…, Copy.IF_NEEDED)` do |
            | --- | --- |
            | itself | hands back the same object, unwrapped |
            | shared | makes an object on the same memory |
            | live view | makes an object that asks the source for each pixel, so that either side shows what the other writes |
            | read-only | can be read only: the source cannot be written either |
            | copied | copies, for the reason in brackets, with the losses named by letters; `Copy.NEVER` throws with that reason |

            `Copy.ALWAYS` makes an independent copy of every one of them, of the same pixels.
            """;

    private final Map<String, Integer> reasons = new LinkedHashMap<>();
    private final Map<String, Character> losses = new LinkedHashMap<>();

    private SharingDocument() {}

    /** Compares the committed document with what is measured now, or writes it. */
    static void check(Collection<Source> sources) throws IOException {
        Path file = Path.of(System.getProperty("imageop.root")).resolve("docs/reference/sharing.md");
        String measured = new SharingDocument().text(sources);
        if (Boolean.getBoolean("imageop.update")) {
            Files.writeString(file, measured);
        }
        assertThat(Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "")
                .as("docs/reference/sharing.md is not what was measured; write it anew with -Dimageop.update=true,"
                        + " and see whether the difference is meant")
                .isEqualTo(measured);
    }

    private String text(Collection<Source> sources) {
        StringBuilder text = new StringBuilder(HEAD);
        String group = "";
        for (Map.Entry<List<String>, List<String>> row : alike(rows(sources)).entrySet()) {
            List<String> cells = row.getKey();
            if (!cells.get(0).equals(group)) {
                group = cells.get(0);
                text.append("\n## From ").append(group).append("\n\n| image | mode or type |");
                for (Target target : Target.values()) {
                    text.append(" `").append(target.type.getSimpleName()).append("` |");
                }
                text.append("\n|")
                        .append(" --- |".repeat(Target.values().length + 2))
                        .append('\n');
            }
            text.append("| ").append(String.join("; ", row.getValue())).append(" |");
            for (String cell : cells.subList(1, cells.size())) {
                text.append(' ').append(cell).append(" |");
            }
            text.append('\n');
        }
        text.append("\n## Why copied\n\nM, n and m stand for what differs from image to image.\n\n");
        reasons.forEach((reason, number) ->
                text.append(number).append(". ").append(reason).append('\n'));
        text.append("\n## What is lost\n\n");
        losses.forEach((loss, letter) ->
                text.append("- (").append(letter).append(") ").append(loss).append('\n'));
        return text.append(ColorTable.text()).toString();
    }

    /** Group, kind and cells of each row, with the labels of the sources that share them. */
    private Map<List<String>, List<String>> rows(Collection<Source> sources) {
        Map<List<String>, List<String>> rows = new LinkedHashMap<>();
        // first by group and kind, because the sources go by mode
        Map<String, Map<String, List<Source>>> groups = new LinkedHashMap<>();
        for (Source source : sources) {
            groups.computeIfAbsent(source.group(), g -> new LinkedHashMap<>())
                    .computeIfAbsent(source.kind(), k -> new ArrayList<>())
                    .add(source);
        }
        groups.values()
                .forEach(kinds -> kinds.values()
                        .forEach(kind -> kind.forEach(source -> {
                            List<String> row = new ArrayList<>(List.of(source.group(), source.kind()));
                            for (Target target : Target.values()) {
                                row.add(cell(Fate.of(
                                        source,
                                        target,
                                        Images.transfer(source.object(), target.type, Copy.IF_NEEDED))));
                            }
                            rows.computeIfAbsent(row, r -> new ArrayList<>()).add(source.label());
                        })));
        return rows;
    }

    /** Group, labels and cells of each row, with the kinds that share them. */
    private static Map<List<String>, List<String>> alike(Map<List<String>, List<String>> rows) {
        Map<List<String>, List<String>> alike = new LinkedHashMap<>();
        rows.forEach((row, labels) -> {
            List<String> key = new ArrayList<>(row);
            key.set(1, String.join(", ", labels));
            alike.computeIfAbsent(key, k -> new ArrayList<>()).add(row.get(1));
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
