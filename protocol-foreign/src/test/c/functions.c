/* The C functions of CallTest. Also compiled as C++. */
#include "imageop.h"

#if !defined(_WIN32)
#include <unistd.h>
#endif

/* What Java checks: a number that depends on column, row of the image, and component. */
static uint32_t expected(int64_t x, int64_t y, int32_t c) {
    return (uint32_t)(x * 2654435761u + y * 40503u * 65537u + (uint32_t)c * 97u * 16777619u);
}

static int64_t first_row(const imageop_view *image, int32_t c) {
    return image->planes[c].height < image->height ? image->first_row / 2 : image->first_row;
}

static int fill(imageop_view *image, void *context) {
    int32_t c, x, y;
    (void)context;
    for (c = 0; c < image->components; c++) {
        const imageop_plane *plane = &image->planes[c];
        for (y = 0; y < plane->height; y++) {
            for (x = 0; x < plane->width; x++) {
                imageop_put(plane, x, y, expected(x, y + first_row(image, c), c) >> (32 - plane->bits));
            }
        }
    }
    return 0;
}
IMAGEOP_FUNCTION(fill_image, fill)

/* Adds what it finds to the context: samples that differ from what fill wrote, calls, and the most rows of a call. */
static int check(imageop_view *image, void *context) {
    int64_t *found = (int64_t *)context;
    int32_t c, x, y;
    for (c = 0; c < image->components; c++) {
        const imageop_plane *plane = &image->planes[c];
        for (y = 0; y < plane->height; y++) {
            for (x = 0; x < plane->width; x++) {
                uint32_t value = expected(x, y + first_row(image, c), c) >> (32 - plane->bits);
                found[0] += imageop_get(plane, x, y) != value;
            }
        }
    }
    found[1]++;
    if (image->height > found[2]) found[2] = image->height;
    return 0;
}
IMAGEOP_FUNCTION(check_image, check)

static int invert(imageop_view *image, void *context) {
    int32_t c, x, y;
    (void)context;
    for (c = 0; c < image->components; c++) {
        const imageop_plane *plane = &image->planes[c];
        for (y = 0; y < plane->height; y++) {
            for (x = 0; x < plane->width; x++) {
                imageop_put(plane, x, y, ~imageop_get(plane, x, y));
            }
        }
    }
    return 0;
}
IMAGEOP_FUNCTION(invert_image, invert)

/* Copies the description of the view. */
static int describe(imageop_view *image, void *context) {
    memcpy(context, image, sizeof *image);
    return 0;
}
IMAGEOP_FUNCTION(describe_image, describe)

/* Touches two samples alone, however large the image is. */
static int corners(imageop_view *image, void *context) {
    const imageop_plane *plane = &image->planes[image->components - 1];
    (void)context;
    imageop_put(plane, 0, 0, 11);
    imageop_put(plane, plane->width - 1, plane->height - 1, 22);
    return 0;
}
IMAGEOP_FUNCTION(corners_of_image, corners)

static int needs_rgb(imageop_view *image, void *context) {
    (void)context;
    if (image->mode != IMAGEOP_RGB) {
        return imageop_fail(image, 7, "only RGB is known here, gr\xc3\xbc\xc3\x9f dich");
    }
    return 0;
}
IMAGEOP_FUNCTION(needs_rgb_image, needs_rgb)

static int fails_below(imageop_view *image, void *context) {
    static const char *text =
        "a text of more than 256 bytes, which is cut: 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789"
        " 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789"
        " 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789";
    (void)context;
    if (image->first_row > 0) return imageop_fail(image, -3, text);
    imageop_put(&image->planes[0], 0, 0, 99);
    return 0;
}
IMAGEOP_FUNCTION(fails_below_image, fails_below)

#if !defined(_WIN32)
static int slow(imageop_view *image, void *context) {
    volatile int32_t *state = (volatile int32_t *)context;
    int32_t i;
    uint32_t sum = 0;
    state[0] = 1;
    for (i = 0; i < 200 && !state[1]; i++) {
        usleep(5000);
        sum += imageop_get(&image->planes[0], i % image->width, 0);
    }
    state[2] = (int32_t)sum;
    return 0;
}
IMAGEOP_FUNCTION(slow_image, slow)
#endif

/* Both images have the same size and mode. */
static int invert_into(const imageop_view *source, imageop_view *target, void *context) {
    int32_t c, x, y;
    (void)context;
    for (c = 0; c < source->components; c++) {
        const imageop_plane *from = &source->planes[c], *to = &target->planes[c];
        for (y = 0; y < from->height; y++) {
            for (x = 0; x < from->width; x++) {
                imageop_put(to, x, y, ~imageop_get(from, x, y));
            }
        }
    }
    return 0;
}
IMAGEOP_PAIR_FUNCTION(invert_into_image, invert_into)

/* The samples of the source that fall on those of the target, of any sizes. */
static int nearest(const imageop_view *source, imageop_view *target, void *context) {
    int32_t c, x, y;
    (void)context;
    for (c = 0; c < target->components; c++) {
        const imageop_plane *from = &source->planes[c], *to = &target->planes[c];
        for (y = 0; y < to->height; y++) {
            for (x = 0; x < to->width; x++) {
                imageop_put(to, x, y,
                            imageop_get(from, (int64_t)x * from->width / to->width, (int64_t)y * from->height / to->height));
            }
        }
    }
    return 0;
}
IMAGEOP_PAIR_FUNCTION(nearest_image, nearest)

/* Adds the samples that differ to the context, and copies both descriptions behind it. */
static int compare(const imageop_view *source, imageop_view *target, void *context) {
    int64_t *found = (int64_t *)context;
    int32_t c, x, y;
    for (c = 0; c < source->components; c++) {
        for (y = 0; y < source->planes[c].height; y++) {
            for (x = 0; x < source->planes[c].width; x++) {
                found[0] += imageop_get(&source->planes[c], x, y) != imageop_get(&target->planes[c], x, y);
            }
        }
    }
    found[1] = source->flags;
    found[2] = target->flags;
    return 0;
}
IMAGEOP_PAIR_FUNCTION(compare_images, compare)

static int refuse(const imageop_view *source, imageop_view *target, void *context) {
    (void)source;
    (void)context;
    return target->first_row == 0 ? 0 : imageop_fail(target, 9, "the second band is not wanted");
}
IMAGEOP_PAIR_FUNCTION(refuse_images, refuse)

/* The places of the fields, as the compiler has them. */
static int places(imageop_view *image, void *context) {
    int32_t *at = (int32_t *)context;
    int i = 0;
    (void)image;
#define PLANE(field) at[i++] = (int32_t)offsetof(imageop_plane, field)
    PLANE(first);
    PLANE(pixel_stride);
    PLANE(line_stride);
    PLANE(width);
    PLANE(height);
    PLANE(element_bytes);
    PLANE(element_kind);
    PLANE(shift);
    PLANE(bits);
    PLANE(swapped);
    PLANE(memory);
    PLANE(offset);
    PLANE(low);
    PLANE(high);
    at[i++] = (int32_t)sizeof(imageop_plane);
#define VIEW(field) at[i++] = (int32_t)offsetof(imageop_view, field)
    VIEW(struct_size);
    VIEW(version);
    VIEW(mode);
    VIEW(alpha);
    VIEW(flags);
    VIEW(width);
    VIEW(height);
    VIEW(first_row);
    VIEW(image_height);
    VIEW(components);
    VIEW(planes);
    VIEW(message);
    at[i++] = (int32_t)sizeof(imageop_view);
    at[i++] = IMAGEOP_L;
    at[i++] = IMAGEOP_L16;
    at[i++] = IMAGEOP_L32;
    at[i++] = IMAGEOP_LA;
    at[i++] = IMAGEOP_LA32;
    at[i++] = IMAGEOP_RGB;
    at[i++] = IMAGEOP_RGB48;
    at[i++] = IMAGEOP_RGBA;
    at[i++] = IMAGEOP_RGBA64;
    at[i++] = IMAGEOP_YV12;
    at[i++] = IMAGEOP_JPEG_YV12;
    at[i++] = IMAGEOP_CMYK;
    at[i++] = IMAGEOP_CMYK64;
    at[i++] = IMAGEOP_OPAQUE;
    at[i++] = IMAGEOP_STRAIGHT;
    at[i++] = IMAGEOP_PREMULTIPLIED;
    return i;
}
IMAGEOP_FUNCTION(places_of_fields, places)
