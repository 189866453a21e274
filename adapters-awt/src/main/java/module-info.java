/** AWT images as images of the protocol. */
module org.imageop.awt {
    requires transitive java.desktop;
    requires transitive org.imageop;
    requires static org.jspecify;

    exports org.imageop.awt;

    provides org.imageop.color.ColorManagement with
            org.imageop.awt.profiles.AwtColorManagement;
    provides org.imageop.spi.ImageAdapter with
            org.imageop.awt.adapters.BufferedImageAdapter,
            org.imageop.awt.adapters.RenderedImageAdapter,
            org.imageop.awt.adapters.AwtImageAdapter,
            org.imageop.awt.adapters.WritableRasterAdapter,
            org.imageop.awt.adapters.RasterAdapter;
}
