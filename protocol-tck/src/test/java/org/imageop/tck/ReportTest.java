package org.imageop.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.imageop.tck.engine.Report;
import org.imageop.tck.result.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that a contract leaves behind, or its message that it cannot. */
class ReportTest {
    @TempDir
    Path folder;

    private static void write(Path folder) {
        Report report = new Report(Map.of("P-2", "not yet"));
        report.add(new Result("P-10", "size", Result.Outcome.PASSED, null, ""));
        String before = System.getProperty(Report.FOLDER);
        System.setProperty(Report.FOLDER, folder.toString());
        try {
            report.write(ReportTest.class.getName());
        } finally {
            if (before == null) {
                System.clearProperty(Report.FOLDER);
            } else {
                System.setProperty(Report.FOLDER, before);
            }
        }
    }

    @Test
    void isWrittenIntoAFolderThatIsMade() {
        write(folder.resolve("new"));

        assertThat(folder.resolve("new").resolve("org.imageop.tck.ReportTest.tsv"))
                .hasContent("rule\tpassed\tfailed\tblocked\tsuppressed\nP-2\t0\t0\t0\tnot yet\nP-10\t1\t0\t0\t\n");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> write(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        "The report of the contract cannot be written to "
                                + file.resolve("org.imageop.tck.ReportTest.tsv").toAbsolutePath()
                                + "; let -Dimageop.tck.report name a folder that can be written [errors.md#report-not-written]");
    }
}
