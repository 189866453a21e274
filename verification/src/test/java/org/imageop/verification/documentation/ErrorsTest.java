package org.imageop.verification.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/reference/errors.md is right: its code provokes its messages. */
class ErrorsTest {

    /**
     * A test that provokes what no snippet can.
     *
     * @param module where it is
     * @param test its class and method
     * @param why what a snippet would need
     */
    private record Elsewhere(String module, String test, String why) {}

    private static final Map<String, Elsewhere> WITHOUT_CODE = Map.ofEntries(
            Map.entry(
                    "adapter-bug",
                    new Elsewhere(
                            "verification",
                            "org.imageop.verification.library.sharing.LookupRules.blames",
                            "an adapter that is registered")),
            Map.entry(
                    "confined-memory",
                    new Elsewhere(
                            "protocol-foreign",
                            "org.imageop.foreign.LifetimeTest.T4_memoryOfAConfinedArenaIsOfOneThread",
                            "Java 22")),
            Map.entry(
                    "native-call-failed",
                    new Elsewhere(
                            "protocol-foreign",
                            "org.imageop.foreign.CallTest.theNumberAndTheTextOfAnErrorArrive",
                            "Java 22 and a C compiler")),
            Map.entry(
                    "bad-reference",
                    new Elsewhere(
                            "protocol-foreign",
                            "org.imageop.foreign.ApiTest.theMessagesForCPointToTheirPlaces",
                            "Java 22 and a C program")),
            Map.entry(
                    "no-address",
                    new Elsewhere(
                            "protocol-foreign",
                            "org.imageop.foreign.ApiTest.theMessagesForCPointToTheirPlaces",
                            "Java 22 and a C program")),
            Map.entry(
                    "null-from-c",
                    new Elsewhere(
                            "protocol-foreign",
                            "org.imageop.foreign.ApiTest.theMessagesForCPointToTheirPlaces",
                            "Java 22 and a C program")),
            Map.entry(
                    "not-a-tensor",
                    new Elsewhere(
                            "protocol-foreign",
                            "org.imageop.foreign.dlpack.ExportTest.planarImagesAreRefusedAndTheirPlanesAreNot",
                            "Java 22")),
            Map.entry(
                    "tensor-import",
                    new Elsewhere(
                            "protocol-foreign",
                            "org.imageop.foreign.dlpack.ImportTest.wrongTensorsAreErrorsAndStayTheCallers",
                            "Java 22 and a C compiler")),
            Map.entry(
                    "no-colour-management",
                    new Elsewhere(
                            "protocol-api",
                            "org.imageop.color.ProfilesTest.K7_withoutTheServiceConversionIsAnError",
                            "a program without adapters-awt")),
            Map.entry(
                    "animated-image",
                    new Elsewhere(
                            "adapters-javafx",
                            "org.imageop.javafx.ToolkitTest.anAnimatedImageIsRefusedWithAdvice",
                            "JavaFX's toolkit")),
            Map.entry(
                    "image-not-loaded",
                    new Elsewhere(
                            "adapters-awt",
                            "org.imageop.awt.LoadedImageTest.anImageWhosePixelsDoNotComeIsRefused",
                            "a producer that sends nothing")),
            Map.entry(
                    "interrupted",
                    new Elsewhere(
                            "adapters-awt",
                            "org.imageop.awt.LoadedImageTest.anInterruptedThreadIsToldSo",
                            "a thread of its own that is interrupted")),
            Map.entry(
                    "file-changed",
                    new Elsewhere(
                            "adapters-imageio",
                            "org.imageop.imageio.DamageTest.aFileThatShrinksWhileItIsReadIsAnError",
                            "a file that shrinks at the right moment")),
            Map.entry(
                    "file-too-long",
                    new Elsewhere(
                            "adapters-imageio",
                            "org.imageop.imageio.files.ScratchTest.whatNoArrayHoldsIsRefused",
                            "a file of more than 2 GB")),
            Map.entry(
                    "no-regular-file",
                    new Elsewhere(
                            "adapters-imageio",
                            "org.imageop.imageio.ReadingTest.aPipeIsNotCalledEmpty",
                            "a pipe, which Java cannot make")),
            Map.entry(
                    "report-not-written",
                    new Elsewhere(
                            "protocol-tck",
                            "org.imageop.tck.ReportTest.aFolderThatCannotBeMadeIsNamed",
                            "a run of JUnit with a system property")),
            Map.entry(
                    "may-not-write",
                    new Elsewhere(
                            "adapters-imageio",
                            "org.imageop.imageio.WritingTest.aFolderThatMayNotBeWrittenIsNamed",
                            "a user who may not write everywhere")));

    @TempDir
    Path classes;

    @TempDir
    Path folder;

    static Stream<ErrorEntry> entriesWithCode() {
        return ErrorEntry.all().stream().filter(entry -> entry.snippet() != null);
    }

    @ParameterizedTest
    @MethodSource("entriesWithCode")
    void codeProvokesTheMessage(ErrorEntry entry) throws Exception {
        Throwable thrown = entry.snippet().run(classes, folder);

        assertThat(thrown).as(entry.snippet().toString()).isNotNull();
        assertThat(entry.exceptions()).contains(thrown.getClass().getSimpleName());
        String message =
                thrown.getMessage().replace(folder + folder.getFileSystem().getSeparator(), "");
        String pattern = Arrays.stream(entry.message().split("…", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".+"));
        if (!message.matches(pattern)) {
            assertThat(message).isEqualTo(entry.message());
        }
        assertThat(entry.message()).doesNotStartWith("… [").hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("org.imageop.verification.documentation.ErrorEntry#all")
    void messageEndsWithTheAnchor(ErrorEntry entry) {
        assertThat(Page.matches("errors\\.md#", entry.message())).hasSize(1);
        assertThat(entry.message()).endsWith(" [errors.md#" + entry.anchor() + "]");
    }

    @Test
    void whatNoCodeCanProvokeHasATest() {
        List<String> without = ErrorEntry.all().stream()
                .filter(entry -> entry.snippet() == null)
                .map(ErrorEntry::anchor)
                .toList();

        assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT_CODE.keySet());
        WITHOUT_CODE.forEach((anchor, elsewhere) -> {
            int dot = elsewhere.test().lastIndexOf('.');
            Path file = Page.ROOT
                    .resolve(elsewhere.module())
                    .resolve("src/test/java")
                    .resolve(elsewhere.test().substring(0, dot).replace('.', '/') + ".java");
            assertThat(file).exists();
            String test = Page.read(file).split("void " + elsewhere.test().substring(dot + 1) + "\\(", 2)[1];
            assertThat(test.split("\n    }\n", 2)[0]).contains("[errors.md#" + anchor + "]");
        });
    }

    @Test
    void indexListsEveryAnchorInOrder() {
        String index =
                Page.ERRORS.text().lines().filter(line -> line.startsWith("| ")).collect(Collectors.joining("\n"));

        List<String> listed = Page.matches("\\[([a-z-]+)]\\(#([a-z-]+)\\)", index).stream()
                .map(match -> {
                    assertThat(match.group(1)).isEqualTo(match.group(2));
                    return match.group(1);
                })
                .toList();

        assertThat(listed)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        ErrorEntry.all().stream().map(ErrorEntry::anchor).toList());
    }

    /** The reasons in docs/reference/sharing.md come from Transfer. */
    @Test
    void reasonsOfTransfersHaveNoAnchor() {
        assertThat(Page.of("docs/reference/sharing.md").text())
                .contains("its samples are computed")
                .doesNotContain("errors.md#");
    }
}
