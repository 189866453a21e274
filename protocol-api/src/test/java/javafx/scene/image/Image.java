package javafx.scene.image;

/** Stands for an image class of JavaFX whose adapter is missing. */
public class Image {}
