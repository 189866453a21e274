/** AWT images as images of the protocol. */
module org.imageop.awt {
    requires transitive java.desktop;
    requires transitive org.imageop;
    requires static org.jspecify;

    exports org.imageop.awt;

    provides org.imageop.spi.ImageAdapter with
            org.imageop.awt.AwtAdapters.OfBufferedImage,
            org.imageop.awt.AwtAdapters.OfRenderedImage,
            org.imageop.awt.AwtAdapters.OfImage,
            org.imageop.awt.AwtAdapters.OfWritableRaster,
            org.imageop.awt.AwtAdapters.OfRaster;
}
