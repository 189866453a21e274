package org.imageop.tck.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.imageop.tck.result.Result;

/**
 * What a contract tried and what came of it, by rule. It is written, as tab-separated values, into the folder that the
 * system property {@value #FOLDER} names, if it names one.
 */
public final class Report {
    public static final String FOLDER = "imageop.tck.report";

    /** P-2 before P-10. */
    public static final Comparator<String> BY_NUMBER = Comparator.comparing((String id) -> id.replaceAll("\\d", ""))
            .thenComparing(id -> Integer.valueOf(id.replaceAll("\\D", "")));

    private final Map<String, Map<Result.Outcome, Integer>> counts = new TreeMap<>(BY_NUMBER);
    private final Map<String, String> suppressed;

    public Report(Map<String, String> suppressed) {
        this.suppressed = new TreeMap<>(BY_NUMBER);
        suppressed.forEach((key, reason) -> {
            String[] parts = key.split(" ", 2);
            counts.put(parts[0], new TreeMap<>());
            this.suppressed.merge(
                    parts[0],
                    parts.length == 1 ? reason : parts[1] + ": " + reason,
                    (one, other) -> one + "; " + other);
        });
    }

    public synchronized void add(Result result) {
        if (result.outcome() == Result.Outcome.DOES_NOT_APPLY) {
            return;
        }
        counts.computeIfAbsent(result.rule(), rule -> new TreeMap<>()).merge(result.outcome(), 1, Integer::sum);
    }

    public synchronized String text() {
        StringBuilder text = new StringBuilder("rule\tpassed\tfailed\tblocked\tsuppressed\n");
        counts.forEach((rule, outcomes) -> text.append(rule)
                .append('\t')
                .append(outcomes.getOrDefault(Result.Outcome.PASSED, 0))
                .append('\t')
                .append(outcomes.getOrDefault(Result.Outcome.FAILED, 0))
                .append('\t')
                .append(outcomes.getOrDefault(Result.Outcome.BLOCKED, 0))
                .append('\t')
                .append(suppressed.getOrDefault(rule, "").replaceAll("\\s+", " "))
                .append('\n'));
        return text.toString();
    }

    /** Writes the report into a file that is named after the contract. */
    public void write(String contract) {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return;
        }
        Path file = Path.of(folder, contract.replaceAll("[^\\w.,$ -]", "_") + ".tsv");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The report of the contract cannot be written to " + file.toAbsolutePath() + "; let -D" + FOLDER
                            + " name a folder that can be written [errors.md#report-not-written]",
                    e);
        }
    }
}
