/** JavaFX images as images of the protocol. */
module org.imageop.javafx {
    requires transitive javafx.graphics;
    requires transitive org.imageop;
    requires static org.jspecify;

    exports org.imageop.javafx;

    provides org.imageop.spi.ImageAdapter with
            org.imageop.javafx.adapters.FxImageAdapter,
            org.imageop.javafx.adapters.WritableImageAdapter,
            org.imageop.javafx.adapters.PixelBufferAdapter;
}
