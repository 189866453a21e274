/** The imageop command. */
module org.imageop.cli {
    requires info.picocli;
    requires org.imageop.imageio;
    requires static org.jspecify;

    opens org.imageop.cli to
            info.picocli;
}
