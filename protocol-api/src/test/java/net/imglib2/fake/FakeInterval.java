package net.imglib2.fake;

/** Stands for an image interface of ImgLib2 whose adapter is missing. */
public interface FakeInterval {}
