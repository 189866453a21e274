package javafx.fake;

/** Stands for an image class of JavaFX whose adapter is missing. */
public class FakeImage {}
