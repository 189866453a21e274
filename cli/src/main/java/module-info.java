/** The imageop command. */
// imglib2 is an automatic module
@SuppressWarnings("requires-automatic")
module org.imageop.cli {
    requires com.fasterxml.jackson.core;
    requires info.picocli;
    requires java.logging;
    requires javafx.swing;
    requires org.imageop.imageio;
    requires org.imageop.imglib2;
    requires org.imageop.javafx;
    requires static org.jspecify;

    uses org.imageop.spi.ImageAdapter;

    opens org.imageop.cli to
            info.picocli;
    opens org.imageop.cli.command to
            info.picocli;
    opens org.imageop.cli.convert to
            info.picocli;
    opens org.imageop.cli.describe to
            info.picocli;
    opens org.imageop.cli.tour to
            info.picocli;
    opens org.imageop.cli.window to
            info.picocli;
}
