import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes docs/reference/contract.md of what the contracts report when the tests run: on what they ran, and how often each rule was
 * checked. After {@code ./mvnw verify} and {@code ./mvnw test -Pproofs} run, from the root of the repository:
 *
 * <pre>java docs/reference/ContractTable.java</pre>
 *
 * <p>All that on Java 22 or newer, where the memory of OpenCV's own Mat is reached and more rules apply to it.
 *
 * <p>With {@code --check} nothing is written; a page that is out of date, or a check that failed, is status 1.
 */
public final class ContractTable {
    private static final Path PAGE = Path.of("docs/reference/contract.md");

    /** P-2 before P-10. */
    private static final Comparator<String> BY_NUMBER = Comparator.comparing((String id) -> id.replaceAll("\\d", ""))
            .thenComparing(id -> Integer.valueOf(id.replaceAll("\\D", "")));

    private record Row(String rule, int passed, int failed, int blocked, String suppressed) {}

    private record Report(String module, String contract, List<Row> rows) {
        int passed() {
            return rows.stream().mapToInt(Row::passed).sum();
        }

        int failed() {
            return rows.stream().mapToInt(row -> row.failed() + row.blocked()).sum();
        }

        List<Row> suppressed() {
            return rows.stream().filter(row -> !row.suppressed().isEmpty()).toList();
        }
    }

    private ContractTable() {}

    public static void main(String[] args) throws IOException {
        List<Report> reports = reports();
        if (reports.isEmpty()) {
            throw new IOException("There are no reports of contracts in */target/tck; run ./mvnw verify first");
        }
        String page = page(reports);
        if (args.length == 0) {
            Files.writeString(PAGE, page);
            return;
        }
        for (Report report : reports) {
            if (report.failed() > 0) {
                System.err.println(report.contract() + ": " + report.failed() + " checks failed or were blocked");
                System.exit(1);
            }
        }
        if (!Files.readString(PAGE).replace("\r\n", "\n").equals(page)) {
            System.err.println(PAGE + " is out of date; run java docs/reference/ContractTable.java and look at git diff");
            System.exit(1);
        }
    }

    private static List<Report> reports() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("."), 5)) {
            files = all.filter(file -> file.toString().replace('\\', '/').contains("/target/tck/"))
                    .filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
        List<Report> reports = new ArrayList<>();
        for (Path file : files) {
            Path module = file.getParent().getParent().getParent().normalize();
            List<Row> rows = new ArrayList<>();
            for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
                String[] cells = line.split("\t", -1);
                rows.add(new Row(
                        cells[0],
                        Integer.parseInt(cells[1]),
                        Integer.parseInt(cells[2]),
                        Integer.parseInt(cells[3]),
                        cells[4]));
            }
            String name = file.getFileName().toString().replaceAll("\\.tsv$", "");
            int kind = name.contains(", ") ? name.indexOf(", ") : name.length();
            String contract = name.substring(name.lastIndexOf('.', kind) + 1);
            reports.add(new Report(module.toString().replace('\\', '/'), contract, rows));
        }
        return reports;
    }

    private static String page(List<Report> reports) {
        StringBuilder page = new StringBuilder("""
                # What the contract is run on

                [tck-proof.md](../evidence/tck-proof.md) shows that the contract of `imageop-protocol-tck` finds what is wrong;
                this page shows what it finds nothing wrong with. `docs/reference/ContractTable.java` makes it of the
                reports that the tests leave on Java 22 or newer, and `.ci/run` checks it. [mutation.md](../evidence/mutation.md) tells how much of the
                library the contract keeps right.

                ## Implementations

                | module | test | checks | rules | suppressed |
                | --- | --- | ---: | ---: | ---: |
                """);
        int all = 0;
        for (Report report : reports) {
            all += report.passed();
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %d | %s |\n",
                    report.module(),
                    report.contract().replace("$", ", "),
                    report.passed(),
                    report.rows().size() - report.suppressed().size(),
                    report.suppressed().isEmpty() ? "" : report.suppressed().size()));
        }
        page.append(String.format(Locale.ROOT, "| | together | %,d | | |\n", all));

        page.append("\n## Suppressed rules\n\n");
        List<String> suppressed = new ArrayList<>();
        for (Report report : reports) {
            report.suppressed().forEach(row -> suppressed.add("- [" + row.rule() + "](../../SPEC.md#" + row.rule() + ") in "
                    + report.contract().replace("$", ", ") + ": " + row.suppressed() + "\n"));
        }
        page.append(suppressed.isEmpty() ? "None.\n" : String.join("", suppressed));

        page.append("\n## Checks of each rule\n\n| rule | checks | tests |\n| --- | ---: | ---: |\n");
        Map<String, int[]> rules = new TreeMap<>(BY_NUMBER);
        for (Report report : reports) {
            for (Row row : report.rows()) {
                int[] counts = rules.computeIfAbsent(row.rule(), rule -> new int[2]);
                counts[0] += row.passed();
                counts[1] += row.passed() > 0 ? 1 : 0;
            }
        }
        rules.forEach((rule, counts) ->
                page.append(String.format(Locale.ROOT, "| [%s](../../SPEC.md#%s) | %,d | %d |\n", rule, rule, counts[0], counts[1])));
        return page.toString();
    }
}
