package org.imageop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts that start the command, in a checkout where all is built and in what the zip holds; Java only prints its environment. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("imageop.root"));
    private static final Path LAUNCHERS = Path.of("cli/src/main/launchers");

    @TempDir
    Path root;

    private Path launcher;

    @BeforeEach
    void makeCheckout() throws IOException {
        launcher = Files.copy(CHECKOUT.resolve("imageop"), root.resolve("imageop"));
        Files.createDirectories(root.resolve(LAUNCHERS));
        Files.copy(
                CHECKOUT.resolve(LAUNCHERS).resolve("start.sh"),
                root.resolve(LAUNCHERS).resolve("start.sh"));
        Files.createFile(root.resolve("pom.xml"));
        Files.createDirectories(root.resolve("cli/target"));
        Files.createFile(root.resolve("cli/target/imageop-cli-1.jar"));
        Path java = Files.createDirectories(root.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                if [ "$1" = -version ]; then
                    echo 'openjdk version "17.0.1"' >&2
                    exit
                fi
                case $1 in -XX:ArchiveClassesAtExit=*) exit 1;; esac
                echo "${LC_ALL-none} ${LC_CTYPE-none}"
                """);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', none UTF",
        "LANG=C, none UTF",
        "LC_ALL=C, UTF UTF",
        "LC_ALL=POSIX LANG=de_DE.UTF-8, UTF UTF",
        "LC_ALL= LC_CTYPE=C LANG=de_DE.UTF-8, '' UTF",
        "LANG=de_DE.UTF-8, none none",
        "LC_ALL=de_DE LC_CTYPE=C LANG=C, de_DE C",
        "LC_CTYPE=ja_JP.eucJP LANG=C, none ja_JP.eucJP",
    })
    void theLocaleOfPosixBecomesOneOfUtf8(String given, String expected) throws Exception {
        String utf8 = run("locale", "-a")
                .lines()
                .filter(name -> name.matches("C\\.(UTF-8|utf8)"))
                .findFirst()
                .orElse("");
        assumeThat(utf8).as("a locale of the system").isNotEmpty();
        List<String> command =
                new ArrayList<>(List.of("env", "-i", "PATH=" + System.getenv("PATH"), "JAVA_HOME=" + root));
        command.addAll(given.isEmpty() ? List.of() : List.of(given.split(" ")));
        command.addAll(List.of("/bin/sh", launcher.toString()));
        assertThat(run(command.toArray(String[]::new)).strip())
                .isEqualTo(expected.replace("''", "").replace("UTF", utf8).strip());
    }

    @ParameterizedTest
    @CsvSource({
        "17.0.1, -XX:ArchiveClassesAtExit, -XX:SharedArchiveFile",
        "25, -XX:AOTCacheOutput, -XX:AOTCache",
    })
    void theClassesOfARehearsalAreMapped(String version, String make, String use) throws Exception {
        java(version, "case $1 in " + make + "=*) echo made >>\"$0.log\"; echo >\"${1#*=}\"; exit;; esac; echo $1");
        Path record = record(version);

        assertThat(start()).isEqualTo(use + "=" + record);
        assertThat(start()).isEqualTo(use + "=" + record);
        assertThat(root.resolve("bin/java.log")).content().isEqualTo("made\n");

        Files.setLastModifiedTime(record, FileTime.fromMillis(0));
        assertThat(start()).isEqualTo(use + "=" + record);
        assertThat(root.resolve("bin/java.log")).content().isEqualTo("made\nmade\n");
    }

    /** Not even a second time. */
    @Test
    void aRehearsalThatFailsDoesNotMatter() throws Exception {
        java("17.0.1", "case $1 in -XX:Arch*) echo made >>\"$0.log\"; echo >\"${1#*=}\"; exit 1;; esac; echo $1");

        for (int i = 0; i < 2; i++) {
            assertThat(start()).isEqualTo("-Dimageop.terminal=");
        }
        assertThat(root.resolve("bin/java.log")).content().isEqualTo("made\n");
        try (Stream<Path> left = Files.list(record("17.0.1").getParent())) {
            assertThat(left).containsExactly(record("17.0.1"));
        }
    }

    @Test
    void twoJdksOfOneVersionHaveARecordEach() throws Exception {
        java("17.0.1", "case $1 in -XX:Arch*) echo >\"${1#*=}\"; exit;; esac; echo $1");
        String first = start();
        Files.createDirectory(root.resolve("other"));
        Files.move(root.resolve("bin"), root.resolve("other/bin"));

        String second = run("env", "JAVA_HOME=" + root.resolve("other"), "/bin/sh", launcher.toString())
                .strip();
        assertThat(second).startsWith("-XX:SharedArchiveFile=").isNotEqualTo(first);
    }

    @Test
    void onlyReportsDoWithoutTheBetterCompiler() throws Exception {
        java("17.0.1", "case $1 in -XX:Arch*) exit 1;; esac; echo $*");

        assertThat(start("info", "a.png")).startsWith("-XX:TieredStopAtLevel=1 ");
        assertThat(start("convert", "a.png", "b.png")).doesNotContain("TieredStopAtLevel");
    }

    /** Also by a link from elsewhere, as people put one into a folder of the PATH. */
    @Test
    void theZipsLauncherStartsItsOwnJar() throws Exception {
        Path unpacked = Files.createDirectories(root.resolve("some where/imageop-1"));
        for (String folder : List.of("bin", "lib")) {
            Files.createDirectory(unpacked.resolve(folder));
        }
        Files.copy(CHECKOUT.resolve(LAUNCHERS).resolve("imageop"), unpacked.resolve("bin/imageop"));
        Files.copy(CHECKOUT.resolve(LAUNCHERS).resolve("start.sh"), unpacked.resolve("lib/start.sh"));
        Path jar = Files.createFile(unpacked.resolve("imageop-cli-1.jar"));
        java("17.0.1", "case $1 in -XX:Arch*) exit 1;; esac; echo $*");
        launcher = Files.createSymbolicLink(root.resolve("link"), unpacked.resolve("bin/imageop"));

        assertThat(start("formats")).isEqualTo("-Dimageop.terminal= -jar " + jar + " formats");
    }

    private Path record(String version) {
        return Path.of(root.resolve("cli/target/start") + root.toString(), version);
    }

    private String start(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "JAVA_HOME=" + root, "/bin/sh", launcher.toString()));
        command.addAll(List.of(args));
        return run(command.toArray(String[]::new)).strip();
    }

    private void java(String version, String otherwise) throws IOException {
        Files.writeString(
                root.resolve("bin/java"),
                "#!/bin/sh\nif [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\"' >&2; exit; fi\n"
                        + otherwise + "\n");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
