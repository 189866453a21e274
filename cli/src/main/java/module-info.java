/** The imageop command. */
module org.imageop.cli {
    requires com.fasterxml.jackson.core;
    requires info.picocli;
    requires org.imageop.imageio;
    requires static org.jspecify;

    uses org.imageop.spi.ImageAdapter;

    opens org.imageop.cli to
            info.picocli;
}
