/*
 * The functions of imageop.h on memory that ends where the samples end. A program of C alone, so that Valgrind sees each
 * access; of Java's memory it knows nothing.
 */
#include "imageop.h"

#include <stdio.h>
#include <stdlib.h>

#define CHECK(condition)                                                                                               \
    if (!(condition)) {                                                                                                \
        fprintf(stderr, "line %d: %s\n", __LINE__, #condition);                                                        \
        exit(1);                                                                                                       \
    }

enum { WIDTH = 5, HEIGHT = 3, STRIDE = 7, ELEMENTS = (HEIGHT - 1) * STRIDE + WIDTH };

static imageop_plane plane_of(int32_t bytes, int32_t swapped, int32_t shift, int32_t bits) {
    imageop_plane plane;
    memset(&plane, 0, sizeof plane);
    plane.pixel_stride = bytes;
    plane.line_stride = (int64_t)STRIDE * bytes;
    plane.width = WIDTH;
    plane.height = HEIGHT;
    plane.element_bytes = bytes;
    plane.swapped = swapped;
    plane.shift = shift;
    plane.bits = bits;
    return plane;
}

/* Bits of an element that are not the sample's must stay; so must the bytes between the rows. */
static void samples(int32_t bytes, int32_t swapped, int32_t shift, int32_t bits) {
    unsigned char *memory = (unsigned char *)malloc((size_t)(ELEMENTS * bytes));
    imageop_plane plane = plane_of(bytes, swapped, shift, bits);
    uint32_t mask = bits == 32 ? 0xffffffffu : (1u << bits) - 1;
    CHECK(memory != NULL);
    CHECK(imageop_mask(&plane) == mask);
    for (int backwards = 0; backwards < 2; backwards++) {
        memset(memory, 0xa5, (size_t)(ELEMENTS * bytes));
        plane.first = backwards ? memory + (ELEMENTS - 1) * bytes : memory;
        plane.pixel_stride = backwards ? -bytes : bytes;
        plane.line_stride = (backwards ? -STRIDE : STRIDE) * bytes;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                uint32_t value = 0x01234567u * (uint32_t)(y * WIDTH + x + 1);
                uint32_t others = imageop_element(&plane, x, y) & ~(mask << shift);
                imageop_put(&plane, x, y, value);
                CHECK(imageop_get(&plane, x, y) == (value & mask));
                CHECK((imageop_element(&plane, x, y) & ~(mask << shift)) == others);
            }
        }
        for (int k = WIDTH * bytes; k < STRIDE * bytes; k++) CHECK(memory[k] == 0xa5);
    }
    free(memory);
}

/* The highest byte comes first if it is not this machine's way. */
static void byte_order(void) {
    uint32_t one = 1;
    unsigned char bytes[4] = {1, 2, 3, 4};
    int little = *(unsigned char *)&one == 1;
    imageop_plane two = plane_of(2, little, 0, 16), four = plane_of(4, little, 0, 32);
    two.first = four.first = bytes;
    CHECK(imageop_get(&two, 0, 0) == 0x0102);
    CHECK(imageop_get(&four, 0, 0) == 0x01020304);
    imageop_put(&four, 0, 0, 0x05060708);
    CHECK(bytes[0] == 5 && bytes[3] == 8);
}

static int invert(imageop_view *image, void *context) {
    *(int *)context += image->height;
    imageop_put(&image->planes[1], 0, 0, ~imageop_get(&image->planes[1], 0, 0));
    return 0;
}
IMAGEOP_FUNCTION(invert_image, invert)

static int add(const imageop_view *source, imageop_view *target, void *context) {
    (void)context;
    imageop_put(&target->planes[0], 0, 0, imageop_get(&source->planes[1], 0, 0) + imageop_get(&source->planes[0], 0, 0));
    return imageop_fail(target, 4, "a text");
}
IMAGEOP_PAIR_FUNCTION(add_images, add)

/* What Java does: only what the planes need of the view is set. */
static void entries(void) {
    imageop_view *view = (imageop_view *)malloc(sizeof *view), *other = (imageop_view *)malloc(sizeof *other);
    unsigned char *first = (unsigned char *)malloc(1), *second = (unsigned char *)malloc(3);
    int rows = 0;
    CHECK(view != NULL && other != NULL && first != NULL && second != NULL);
    /* imageop_put keeps the bits of others, so that it reads what it writes */
    memset(second, 0, 3);
    first[0] = 10;
    second[2] = 20;
    view->components = 2;
    view->height = 1;
    view->planes[0] = plane_of(1, 0, 0, 8);
    view->planes[1] = plane_of(1, 0, 0, 8);
    view->planes[1].memory = 1;
    view->planes[1].offset = 2;
    *other = *view;
    other->components = 1;
    CHECK(invert_image(view, &rows, first, second, NULL, NULL) == 0);
    CHECK(rows == 1 && second[2] == 235);
    CHECK(add_images(view, other, NULL, first, second, NULL, NULL, second, NULL, NULL, NULL) == 4);
    CHECK(second[0] == 245);
    CHECK(strcmp(other->message, "a text") == 0);
    free(view);
    free(other);
    free(first);
    free(second);
}

static void texts(void) {
    imageop_view *view = (imageop_view *)malloc(sizeof *view);
    char text[300];
    CHECK(view != NULL);
    for (size_t length = 254; length <= 257; length++) {
        memset(text, 'x', length);
        text[length] = 0;
        CHECK(imageop_fail(view, 3, text) == 3);
        CHECK(strlen(view->message) == (length < 255 ? length : 255));
    }
    free(view);
}

static void numbers_that_are_not_modes(void) {
    static const int32_t numbers[] = {INT32_MIN, -1, 13, INT32_MAX};
    for (int i = 0; i < 4; i++) {
        CHECK(imageop_mode(numbers[i]) == NULL);
        CHECK(imageop_mode_length(numbers[i], 1, 1) == -1);
        CHECK(imageop_mode_component_name(numbers[i], 0) == NULL);
        CHECK(imageop_mode_component_name(IMAGEOP_CMYK, i == 2 ? 4 : numbers[i]) == NULL);
        CHECK(imageop_mode_subsampling(IMAGEOP_YV12, i == 2 ? 3 : numbers[i]) == -1);
    }
    CHECK(imageop_mode_length(IMAGEOP_RGBA64, INT32_MAX, INT32_MAX) == -1);
}

int main(void) {
    for (int32_t swapped = 0; swapped < 2; swapped++) {
        samples(1, 0, 0, 8);
        samples(1, 0, 3, 2);
        samples(2, swapped, 0, 16);
        samples(2, swapped, 5, 6);
        samples(4, swapped, 0, 32);
        samples(4, swapped, 16, 8);
        samples(4, swapped, 24, 8);
    }
    byte_order();
    entries();
    texts();
    numbers_that_are_not_modes();
    return 0;
}
