package org.imageop.examples.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.imageop.ImageLike
import org.imageop.Mode
import org.imageop.Slice
import org.imageop.StandardImage
import org.junit.jupiter.api.Test

/** What Kotlin offers its own collections works on images too. No line here imports an extension of ours: there is none. */
class ImagesInKotlinTest {
    private val gray: ImageLike = StandardImage.filled(Mode.L, 4, 3, 100)
    private val color: ImageLike = StandardImage.filled(Mode.RGB, 4, 3, 10, 20, 30)

    @Test
    fun indicesWriteOneValue() {
        gray[3, 2] = 5
        gray.line(1)[0] = 6
        color[3, 2][0] = 7

        assertThat(gray[3, 2][0]).isEqualTo(5)
        assertThat(gray.line(1)[0][0]).isEqualTo(6)
        assertThat(color[3, 2].value()).containsExactly(7, 20, 30)
    }

    @Test
    fun slicesAreIndices() {
        color[Slice.of(1, 3), Slice.ALL] = StandardImage.filled(Mode.RGB, 2, 3, 1, 2, 3)

        val right = color[Slice.from(2), Slice.of(0, 1)]

        assertThat(right.width()).isEqualTo(2)
        assertThat(right[0, 0][Slice.from(1)]).containsExactly(2, 3)
        assertThat(right[1, 0].value()).containsExactly(10, 20, 30)
        assertThat(gray[Slice.of(1, 2)].height()).isEqualTo(1)
    }

    @Test
    fun sizesAreTakenApart() {
        val (width, height) = gray.size()

        assertThat(width).isEqualTo(4)
        assertThat(height).isEqualTo(3)
    }

    @Test
    fun imagesAreLoopedOver() {
        for (line in color) {
            for (pixel in line) {
                pixel[1] = pixel[0] + pixel[2]
            }
        }

        assertThat(color[3, 2].value()).containsExactly(10, 40, 30)
    }

    /** Iterable.map would make a list of what it is given, and leave the image as it is. */
    @Test
    fun mapChangesTheImage() {
        val nothing: Unit = gray.map { it / 2 }
        color.map({ it + 1 }, { it }, { 255 - it })

        assertThat(nothing).isEqualTo(Unit)
        assertThat(gray[0, 0][0]).isEqualTo(50)
        assertThat(color[0, 0].value()).containsExactly(11, 20, 225)
    }
}
