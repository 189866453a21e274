package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packages depend on each other in one direction, and nothing depends on the facade. */
class RoomsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?(org\\.imageop\\.imageio[.a-z]*)\\.[A-Z]", Pattern.MULTILINE);

    private static Map<String, Set<String>> imports() throws IOException {
        Map<String, Set<String>> imports = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String room = SOURCES.relativize(file).getParent() == null
                        ? ""
                        : SOURCES.relativize(file)
                                .getParent()
                                .toString()
                                .replace(SOURCES.getFileSystem().getSeparator(), ".");
                Matcher found = IMPORT.matcher(Files.readString(file));
                while (found.find()) {
                    imports.computeIfAbsent(room, r -> new TreeSet<>()).add(found.group(1));
                }
            }
        }
        return imports;
    }

    @Test
    void noPackageDependsOnItself() throws IOException {
        Map<String, Set<String>> imports = imports();
        assertThat(imports).hasSizeGreaterThan(4);
        for (String room : imports.keySet()) {
            Set<String> reached = new TreeSet<>();
            Deque<String> next = new ArrayDeque<>(imports.get(room));
            while (!next.isEmpty()) {
                String other = next.pop();
                if (reached.add(other)) {
                    next.addAll(imports.getOrDefault(other, Set.of()));
                }
            }
            assertThat(reached).as("what %s needs", room).doesNotContain(room, "org.imageop.imageio");
        }
    }
}
