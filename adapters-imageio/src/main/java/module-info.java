/** Image files and their metadata. */
@SuppressWarnings({
    "requires-automatic", // the TwelveMonkeys jars are automatic modules
    "module" // the command is compiled later
})
module org.imageop.imageio {
    requires transitive org.imageop.awt;
    requires static org.jspecify;
    // One named automatic module makes all those on the module path resolve, the other plugins among them.
    requires com.twelvemonkeys.imageio.tiff;

    exports org.imageop.imageio;
    exports org.imageop.imageio.frames;
    exports org.imageop.imageio.files to
            org.imageop.cli;

    uses javax.imageio.spi.ImageReaderSpi;
    uses javax.imageio.spi.ImageWriterSpi;
}
