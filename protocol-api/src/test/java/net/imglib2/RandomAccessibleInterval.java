package net.imglib2;

/** Stands for an image interface of ImgLib2 whose adapter is missing. */
public interface RandomAccessibleInterval {}
