package org.imageop.cli;

import java.util.Locale;
import org.imageop.Copy;
import org.imageop.Images;
import org.imageop.Transfer;
import picocli.CommandLine.ITypeConverter;

/** A library that an image can be handed through on its way. */
enum Via {
    AWT("java.awt.image.BufferedImage", "awt"),
    JAVAFX("javafx.scene.image.WritableImage", "javafx"),
    IMGLIB2("net.imglib2.RandomAccessibleInterval", "imglib2");

    private final String type;
    private final String adapter;

    Via(String type, String adapter) {
        this.type = type;
        this.adapter = adapter;
    }

    /** Reads a name. */
    static final class FromText implements ITypeConverter<Via> {
        @Override
        public Via convert(String text) {
            return Words.constant(Via.class, "library", text);
        }
    }

    /** The library's image class; its adapter is found by it. */
    Class<?> type() throws ClassNotFoundException {
        return Class.forName(type);
    }

    /**
     * Hands an image on as an object of the library.
     *
     * @throws CommandFailure if the library is not here
     */
    Transfer<?> transfer(Object image) {
        try {
            return Images.transfer(image, type(), Copy.IF_NEEDED);
        } catch (ClassNotFoundException e) {
            throw new CommandFailure(missing(), e);
        }
    }

    /** What to add if the library is not here. */
    String missing() {
        return "--via " + this + ": " + type + " was not found; add the artifact org.imageop:imageop-adapters-"
                + adapter + " to the class path";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
