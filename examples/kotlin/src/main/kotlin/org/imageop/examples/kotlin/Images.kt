/**
 * What makes images at home in Kotlin, in one file to copy. Indices, slices, loops and `val (w, h) = image.size()` work
 * without it; here are ranges, properties of pixels, types as parameters and named arguments.
 */
package org.imageop.examples.kotlin

import org.imageop.Copy
import org.imageop.ImageLike
import org.imageop.Images
import org.imageop.Line
import org.imageop.Mode
import org.imageop.Pixel
import org.imageop.Slice
import org.imageop.StandardImage
import org.imageop.Transfer
import org.imageop.Views

/**
 * The image that an object is: `imageOf(bufferedImage)`. Nothing is copied.
 *
 * @throws org.imageop.UnsupportedImageException if no adapter knows the object
 */
fun imageOf(any: Any): ImageLike = Images.of(any)

/**
 * This image as an object of another class, in the cheapest right way: `image.to<BufferedImage>()`.
 *
 * @return the same object if it is a [T] or wraps one; else a [T] on the same memory, or, where that is impossible, a copy
 * @throws org.imageop.UnsupportedImageException if no adapter makes the class
 */
inline fun <reified T : Any> ImageLike.to(): T = Images.to(this, T::class.java)

/**
 * This image as an object of another class, with what happened: `image.transfer<BufferedImage>(Copy.NEVER).losses()`.
 *
 * @param copy whether pixels may or must be copied
 * @throws org.imageop.CopyRequiredException under [Copy.NEVER], if memory cannot be shared
 */
inline fun <reified T : Any> ImageLike.transfer(copy: Copy = Copy.IF_NEEDED): Transfer<T> =
    Images.transfer(this, T::class.java, copy)

/**
 * A copy, in another mode or size if one is named: `image.copy(Mode.L)`, `image.copy(width = 64, height = 48)`. Bicubic where
 * an axis grows, Lanczos where it shrinks.
 */
fun ImageLike.copy(mode: Mode = mode(), width: Int = width(), height: Int = height()): StandardImage =
    StandardImage.from(this, mode, width, height)

/** A copy of columns and rows: `image[0..9, 0 until 5]`, mirrored `image[9 downTo 0, 0..4]`, every other `image[0..9 step 2, 0..4]`. */
operator fun ImageLike.get(columns: IntProgression, rows: IntProgression): ImageLike =
    get(columns.toSlice(), rows.toSlice())

/** Replaces columns and rows: `image[0..9, 0..4] = source`, which is of their size. */
operator fun ImageLike.set(columns: IntProgression, rows: IntProgression, source: ImageLike): Unit =
    set(columns.toSlice(), rows.toSlice(), source)

/** A copy of rows: `image[0..4]`. */
operator fun ImageLike.get(rows: IntProgression): ImageLike = get(rows.toSlice())

/** Replaces rows: `image[0..4] = source`, which is of their size. */
operator fun ImageLike.set(rows: IntProgression, source: ImageLike): Unit = set(rows.toSlice(), source)

/** A copy of columns of a line: `line[0..9]`. */
operator fun Line.get(columns: IntProgression): ImageLike = get(columns.toSlice())

/** Replaces columns of a line: `line[0..9] = source`, which is one row high. */
operator fun Line.set(columns: IntProgression, source: ImageLike): Unit = set(columns.toSlice(), source)

/** Columns and rows on the same memory, where indices copy: `image.view(0..9, 0..4).map { 255 - it }` changes [this]. */
fun ImageLike.view(columns: IntProgression, rows: IntProgression): ImageLike =
    Views.select(this, columns.toSlice(), rows.toSlice())

/**
 * The positions of a range, also for `image[(0..9).toSlice(), Slice.ALL]`. Those beyond the image are left out, as by all slices.
 *
 * @throws IllegalArgumentException if a position is negative: ranges do not count from the end, as slices do
 */
fun IntProgression.toSlice(): Slice {
    require(isEmpty() || first >= 0 && last >= 0) { "$this has negative positions; Slice counts from the end" }
    val stop = last.toLong() + step
    return when {
        isEmpty() -> Slice.of(0, 0)
        // −1 would be the last position
        stop < 0 -> Slice.from(first.toLong()).by(step.toLong())
        else -> Slice.of(first.toLong(), stop, step.toLong())
    }
}

/** The grey of a pixel of L, LA and their deeper kin, live. */
var Pixel.l: Int
    get() = l()
    set(value) = l(value)

/** The red of a pixel, live: `image[10, 20].r = 255`. A pixel of a mode without red throws. */
var Pixel.r: Int
    get() = r()
    set(value) = r(value)

/** The green of a pixel, live. */
var Pixel.g: Int
    get() = g()
    set(value) = g(value)

/** The blue of a pixel, live. */
var Pixel.b: Int
    get() = b()
    set(value) = b(value)

/** The alpha of a pixel, live; 0 is transparent. */
var Pixel.a: Int
    get() = a()
    set(value) = a(value)

/** The cyan of a pixel, live. */
var Pixel.c: Int
    get() = c()
    set(value) = c(value)

/** The magenta of a pixel, live. */
var Pixel.m: Int
    get() = m()
    set(value) = m(value)

/** The yellow of a pixel, live. */
var Pixel.y: Int
    get() = y()
    set(value) = y(value)

/** The black of a pixel, live. */
var Pixel.k: Int
    get() = k()
    set(value) = k(value)

/** `val (r, g, b) = image[10, 20]`: the components in the mode's order. */
operator fun Pixel.component1(): Int = get(0)

/** The second component; a pixel without one throws. */
operator fun Pixel.component2(): Int = get(1)

/** The third component; a pixel without one throws. */
operator fun Pixel.component3(): Int = get(2)

/** The fourth component; a pixel without one throws. */
operator fun Pixel.component4(): Int = get(3)
