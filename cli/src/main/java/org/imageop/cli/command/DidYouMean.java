package org.imageop.cli.command;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Guesses what a mistyped word was meant to be. */
public final class DidYouMean {
    private DidYouMean() {}

    /** A question such as {@code "; did you mean RGB or RGBA?"}, or nothing if no word is near. */
    public static String question(String typed, Collection<String> words) {
        int reach = Math.max(1, typed.length() / 3);
        int nearest =
                words.stream().mapToInt(word -> distance(typed, word)).min().orElse(Integer.MAX_VALUE);
        List<String> near =
                words.stream().filter(word -> distance(typed, word) == nearest).toList();
        return nearest > reach || near.size() > 3
                ? ""
                : near.stream().collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }

    /** How many letters must be added, removed, replaced or swapped with their neighbour; case does not count. */
    static int distance(String typed, String word) {
        String a = typed.toUpperCase(Locale.ROOT);
        String b = word.toUpperCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
