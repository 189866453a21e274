/** Image files and their metadata. */
@SuppressWarnings("requires-automatic") // the TwelveMonkeys jars are automatic modules
module org.imageop.imageio {
    requires transitive org.imageop.awt;
    requires static org.jspecify;
    // One named automatic module makes all those on the module path resolve, the other plugins among them.
    requires com.twelvemonkeys.imageio.tiff;

    exports org.imageop.imageio;

    uses javax.imageio.spi.ImageReaderSpi;
    uses javax.imageio.spi.ImageWriterSpi;
}
