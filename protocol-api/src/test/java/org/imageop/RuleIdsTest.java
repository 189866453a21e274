package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Every rule has a test that is named after it. */
class RuleIdsTest {

    @Test
    void everyRuleIdIsPartOfTheNameOfATest() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int n = 1; n <= 88; n++) {
            expected.add("P" + n);
        }
        for (int n = 1; n <= 16; n++) {
            expected.add("X" + n);
        }
        for (int n = 1; n <= 20; n++) {
            expected.add("AMB" + n);
        }
        expected.addAll(List.of("A11IndexError", "A11ValueError", "A11TypeError", "A11AttributeError"));
        Set<String> found = new TreeSet<>();
        for (Class<?> tests : testClasses()) {
            for (Method method : tests.getDeclaredMethods()) {
                if (AnnotationSupport.isAnnotated(method, Testable.class)) {
                    found.addAll(List.of(method.getName().split("_")));
                }
            }
        }
        assertThat(found).containsAll(expected);
    }

    private static List<Class<?>> testClasses() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(RuleIdsTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Test.class")).toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), ".");
                classes.add(Class.forName(name.substring(0, name.length() - ".class".length())));
            }
        }
        return classes;
    }
}
