package org.imageop.verification.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A class with a main method that was compiled just now, on the class path of the tests, with assertions. */
record Program(Method main) {

    static Program compile(Path folder, String name, String source) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        StringWriter messages = new StringWriter();
        boolean compiled;
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "--release", "17", "-classpath", System.getProperty("java.class.path"), "-d", folder.toString());
            compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        assertThat(compiled).as(messages.toString()).isTrue();
        URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Program.class.getClassLoader());
        loader.setDefaultAssertionStatus(true);
        Method main = loader.loadClass(name).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        return new Program(main);
    }

    /** Runs it; what it throws, or null. */
    @Nullable
    Throwable failure(String... args) throws Exception {
        try {
            main.invoke(null, (Object) args);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }
}
