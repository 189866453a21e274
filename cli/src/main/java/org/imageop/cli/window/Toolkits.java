package org.imageop.cli.window;

import java.util.Locale;
import org.imageop.cli.command.Converters;
import picocli.CommandLine.ITypeConverter;

/** What shows an image in a window. */
enum Toolkits {
    SWING,
    JAVAFX,
    BOTH;

    /** Reads a name. */
    static final class FromText implements ITypeConverter<Toolkits> {
        @Override
        public Toolkits convert(String text) {
            return Converters.constant(Toolkits.class, "toolkit", text);
        }
    }

    boolean swing() {
        return this != JAVAFX;
    }

    boolean javaFx() {
        return this != SWING;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
