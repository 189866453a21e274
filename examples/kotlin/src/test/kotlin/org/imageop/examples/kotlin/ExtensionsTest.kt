package org.imageop.examples.kotlin

import java.awt.image.BufferedImage
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.imageop.Copy
import org.imageop.CopyRequiredException
import org.imageop.ImageLike
import org.imageop.Mode
import org.imageop.Slice
import org.imageop.StandardImage
import org.junit.jupiter.api.Test

/** What Images.kt adds, used as one would write it. Each sample of the grey image is 10 * row + column. */
class ExtensionsTest {
    private val gray: ImageLike = StandardImage.of(Mode.L, 6, 4)
    private val color: ImageLike = StandardImage.filled(Mode.RGBA, 4, 3, 10, 20, 30, 40)

    init {
        for (y in 0 until 4) for (x in 0 until 6) gray[x, y] = 10 * y + x
    }

    private fun samples(image: ImageLike) = image.buffer().get(Slice.ALL).map { it.toInt() }

    @Test
    fun rangesSelectColumnsAndRows() {
        assertThat(samples(gray[1..2, 0 until 2])).containsExactly(1, 2, 11, 12)
        assertThat(samples(gray[0..5 step 2, 3..3])).containsExactly(30, 32, 34)
        assertThat(samples(gray[2 downTo 0, 1..1])).containsExactly(12, 11, 10)
        assertThat(samples(gray[5 downTo 1 step 3, 3 downTo 2])).containsExactly(35, 32, 25, 22)
        assertThat(samples(gray[2..3]).size).isEqualTo(12)
        assertThat(samples(gray.line(1)[4..5])).containsExactly(14, 15)
        assertThat(samples(gray[(4..5).toSlice(), Slice.from(-1)])).containsExactly(34, 35)
        // as all slices, a range may reach beyond the image
        assertThat(samples(gray[4..9, 2..2])).containsExactly(24, 25)
    }

    @Test
    fun rangesAreReplaced() {
        gray[0..1, 0..1] = StandardImage.filled(Mode.L, 2, 2, 99)
        gray[3..3] = StandardImage.filled(Mode.L, 6, 1, 77)
        gray.line(2)[0..0] = StandardImage.filled(Mode.L, 1, 1, 55)

        assertThat(samples(gray[0..2, 0..3])).containsExactly(99, 99, 2, 99, 99, 12, 55, 21, 22, 77, 77, 77)
    }

    @Test
    fun rangesThatAreNoPositionsAreRefused() {
        for (range in listOf(-3..-1, -1..2, 2 downTo -1)) {
            assertThatThrownBy { gray[range, 0..0] }
                .isInstanceOf(IllegalArgumentException::class.java)
                .hasMessageContaining("negative positions")
        }
        assertThatThrownBy { gray[3..2, 0..0] }.hasMessageEndingWith("[errors.md#empty-selection]")
        assertThatThrownBy { gray[0..1, 0..1] = StandardImage.of(Mode.L, 3, 2) }
            .hasMessageEndingWith("[errors.md#area-mismatch]")
    }

    @Test
    fun indicesCopyAndViewsShare() {
        gray[0..1, 0..0].map { 0.0 }
        assertThat(gray[1, 0].l).isEqualTo(1)

        gray.view(0..1, 0..0).map { 200.0 }
        assertThat(samples(gray[0..2, 0..0])).containsExactly(200.toByte().toInt(), 200.toByte().toInt(), 2)
    }

    @Test
    fun componentsAreProperties() {
        val pixel = color[3, 2]
        pixel.r = 4
        pixel.g += 1
        pixel.b = pixel.r + pixel.a

        assertThat(color[3, 2].value()).containsExactly(4, 21, 44, 40)
        assertThatThrownBy { pixel.l = 1 }.hasMessageEndingWith("[errors.md#no-such-component]")

        val ink = StandardImage.filled(Mode.CMYK, 1, 1, 1, 2, 3, 4)[0, 0]
        ink.k = ink.c + ink.m + ink.y
        assertThat(ink.value()).containsExactly(1, 2, 3, 6)
    }

    @Test
    fun pixelsAreTakenApart() {
        val (r, g, b, a) = color[0, 0]
        assertThat(listOf(r, g, b, a)).containsExactly(10, 20, 30, 40)

        for ((red) in color.pixels()) assertThat(red).isEqualTo(10)
        assertThatThrownBy { val (l, alpha) = gray[0, 0]; println(l + alpha) }
            .isInstanceOf(IndexOutOfBoundsException::class.java)
    }

    @Test
    fun typesAreParameters() {
        val picture = BufferedImage(4, 3, BufferedImage.TYPE_INT_ARGB)
        val image = imageOf(picture)
        image[3, 2].r = 255
        assertThat(picture.getRGB(3, 2)).isEqualTo(0x00ff0000)
        assertThat(image.to<BufferedImage>()).isSameAs(picture)

        val shared: BufferedImage = gray.to()
        shared.raster.setSample(5, 3, 0, 123)
        assertThat(gray[5, 3].l).isEqualTo(123)

        // Kotlin's own is still there
        assertThat(gray to 1).isEqualTo(Pair(gray, 1))
    }

    @Test
    fun transfersReportWhatHappened() {
        assertThat(gray.transfer<BufferedImage>().shared()).isTrue()
        assertThat(gray.transfer<BufferedImage>(Copy.ALWAYS).shared()).isFalse()
        val planar: ImageLike = StandardImage.of(Mode.YV12, 4, 2)
        assertThatThrownBy { planar.transfer<BufferedImage>(Copy.NEVER) }
            .isInstanceOf(CopyRequiredException::class.java)
    }

    @Test
    fun copiesNameWhatChanges() {
        assertThat(color.copy(Mode.L16).mode()).isEqualTo(Mode.L16)
        val (width, height) = color.copy(width = 2).size()
        assertThat(listOf(width, height)).containsExactly(2, 3)
        color.copy()[0, 0].r = 1
        assertThat(color[0, 0].r).isEqualTo(10)
    }
}
