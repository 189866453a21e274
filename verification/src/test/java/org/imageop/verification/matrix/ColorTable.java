package org.imageop.verification.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.Copy;
import org.imageop.Images;
import org.imageop.Transfer;
import org.imageop.spi.Losses;

/** The table of colours in docs/reference/sharing.md: what becomes of a profile. */
final class ColorTable {
    private static final String HEAD = """

            ## Colours

            Images with a colour profile. It changes nothing of what is shared; `ColorMatrixTest` compares the pixels with those of
            Java's `ColorConvertOp`. Without a remark the colours stay: the profile arrives, or the other side leads back to it, or
            it is that of sRGB.

            | remark | what becomes of the colours |
            | --- | --- |
            | to sRGB | converted by the profile, because the class shows all numbers as sRGB; `losses()` says so |
            | profile lost | the numbers stay, and the class has no place for the profile; `losses()` says so |

            """;

    private ColorTable() {}

    static String text() {
        // the row's cells, then the colours that share them
        Map<List<String>, List<String>> rows = new LinkedHashMap<>();
        for (ColorSources.Colored colored : ColorSources.all()) {
            List<String> row = new ArrayList<>(List.of(colored.source().kind()));
            for (Target target : Target.values()) {
                row.add(cell(colored.source(), target));
            }
            rows.computeIfAbsent(row, r -> new ArrayList<>())
                    .add(colored.source().group());
        }
        StringBuilder text = new StringBuilder(HEAD).append("| from | colours |");
        for (Target target : Target.values()) {
            text.append(" `").append(target.type.getSimpleName()).append("` |");
        }
        text.append("\n|").append(" --- |".repeat(Target.values().length + 2)).append('\n');
        // by class, because the sources go by colours
        rows.keySet().stream()
                .map(row -> row.get(0))
                .distinct()
                .forEach(kind -> rows.forEach((row, colors) -> {
                    if (row.get(0).equals(kind)) {
                        text.append("| ").append(kind).append(" | ").append(String.join("; ", colors));
                        row.subList(1, row.size())
                                .forEach(cell -> text.append(" | ").append(cell));
                        text.append(" |\n");
                    }
                }));
        return text.toString();
    }

    private static String cell(Source source, Target target) {
        Transfer<?> transfer = Images.transfer(source.object(), target.type, Copy.IF_NEEDED);
        String kind = Fate.of(source, target, transfer).kind();
        return transfer.losses().contains(Losses.TO_SRGB)
                ? kind + ", to sRGB"
                : transfer.losses().contains(Losses.PROFILE) ? kind + ", profile lost" : kind;
    }
}
