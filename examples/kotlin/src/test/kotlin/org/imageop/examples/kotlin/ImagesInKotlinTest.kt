package org.imageop.examples.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.imageop.Mode
import org.imageop.Slice
import org.imageop.StandardImage
import org.junit.jupiter.api.Test

/** What Kotlin offers its own collections works on images too. No line here needs an import of an extension. */
class ImagesInKotlinTest {
    private val image = StandardImage.of(Mode.RGB, 4, 3)

    @Test
    fun loopsOverLinesAndPixels() {
        for (line in image) {
            for (pixel in line) {
                pixel[0] = 10
                pixel[2] = 30
            }
        }

        assertThat(image[3, 2].value()).containsExactly(10, 0, 30)
    }

    @Test
    fun slicesAreIndices() {
        image[Slice.of(1, 3), Slice.ALL] = StandardImage.filled(Mode.RGB, 2, 3, 1, 2, 3)

        val right = image[Slice.from(2), Slice.of(0, 1)]

        assertThat(right.size().width()).isEqualTo(2)
        assertThat(right[0, 0][Slice.from(1)]).containsExactly(2, 3)
        assertThat(right[1, 0].value()).containsExactly(0, 0, 0)
    }
}
