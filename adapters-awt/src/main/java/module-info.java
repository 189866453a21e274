/** AWT images as images of the protocol. */
module org.imageop.awt {
    requires transitive java.desktop;
    requires transitive org.imageop;
    requires static transitive org.jspecify;

    exports org.imageop.awt;
}
