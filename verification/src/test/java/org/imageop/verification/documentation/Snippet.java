package org.imageop.verification.documentation;

import java.nio.file.Path;
import java.util.stream.Collectors;

/** Statements of a page, with what they import at their head. They see a {@code Path folder} of their own. */
record Snippet(Page page, int line, String code) {

    /** A program of these statements. */
    String program(String name) {
        return "import java.nio.*; import java.nio.file.*; import java.util.*; import java.util.function.*;"
                + " import org.imageop.*; import org.imageop.awt.*; import org.imageop.imageio.*;"
                + " import org.imageop.imagej.*; import org.imageop.imglib2.*; import org.imageop.javafx.*; import org.imageop.spi.*;"
                + " import org.imageop.tck.*; import org.imageop.tck.source.*; import static org.imageop.Mode.*; "
                + lines(true)
                + " class " + name + " { public static void main(String[] args) throws Exception {"
                + " Path folder = Path.of(args[0]); // line " + line + " follows\n"
                + lines(false) + "}}\n";
    }

    private String lines(boolean imports) {
        return code.lines()
                .filter(text -> text.startsWith("import ") == imports)
                .collect(Collectors.joining(imports ? " " : "\n", "", imports ? "" : "\n"));
    }

    /** Runs it, in a folder of its own; what it throws, or null. */
    @org.jspecify.annotations.Nullable
    Throwable run(Path classes, Path folder) throws Exception {
        return Program.compile(classes, "Snippet", program("Snippet")).failure(folder.toString());
    }

    @Override
    public String toString() {
        return page + " line " + line;
    }
}
