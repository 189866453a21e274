package org.imageop.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Guesses what a mistyped word was meant to be. */
final class Near {
    private Near() {}

    /** A question such as {@code "; did you mean RGB or RGBA?"}, or nothing if no word is near. */
    static String question(String typed, Collection<String> words) {
        int reach = Math.max(1, Math.min(3, typed.length() / 2));
        int nearest =
                words.stream().mapToInt(word -> distance(typed, word)).min().orElse(Integer.MAX_VALUE);
        List<String> near =
                words.stream().filter(word -> distance(typed, word) == nearest).toList();
        return nearest > reach || near.size() > 3
                ? ""
                : near.stream().collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }

    /** How many letters must be added, removed or replaced; case does not count. */
    static int distance(String typed, String word) {
        String a = typed.toUpperCase(Locale.ROOT);
        String b = word.toUpperCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
