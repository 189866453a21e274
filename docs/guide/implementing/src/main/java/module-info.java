module com.example.camera {
    requires transitive org.imageop;

    exports com.example.camera;
}
