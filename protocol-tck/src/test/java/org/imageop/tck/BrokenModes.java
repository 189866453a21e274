package org.imageop.tck;

import java.util.List;

/** Copies of the library whose modes have one mistake each. */
final class BrokenModes {
    private static final String MODE = "org.imageop.Mode";

    private BrokenModes() {}

    private static Broken broken(String rule, String mistake, String... replacements) {
        return BrokenLibraries.broken(rule, mistake, LibraryContractTest.class, MODE, replacements);
    }

    static List<Broken> all() {
        return List.of(
                broken(
                        "P-1",
                        "MODES can be changed",
                        "Collections.unmodifiableSet(EnumSet.allOf(Mode.class))",
                        "EnumSet.allOf(Mode.class)"),
                broken("P-4", "L has 4 bits", "    L(8, \"l\"),", "    L(4, \"l\"),"),
                broken("P-6", "blue comes first", "RGB48(16, \"r\", \"g\", \"b\")", "RGB48(16, \"b\", \"g\", \"r\")"),
                broken("P-8", "CMYK is planar", "return planar;", "return planar || bits == 16;"),
                broken("P-9", "chroma is halved in one direction", "new Subsampling(2, 2)", "new Subsampling(2, 1)"));
    }
}
