/* The same loop on a view of RGB bytes and on plain memory, to measure what the view costs. */
#include "imageop.h"

static void invert_row(unsigned char *row, int64_t bytes) {
    for (int64_t i = 0; i < bytes; i++) row[i] = (unsigned char)~row[i];
}

static int invert(imageop_view *image, void *context) {
    const imageop_plane *red = &image->planes[0];
    (void)context;
    if (image->mode != IMAGEOP_RGB || red->pixel_stride != 3 || image->planes[2].first != red->first + 2)
        return imageop_fail(image, 1, "RGB bytes in order are expected");
    for (int32_t y = 0; y < image->height; y++) invert_row(imageop_at(red, 0, y), 3 * (int64_t)image->width);
    return 0;
}
IMAGEOP_FUNCTION(invert_image, invert)

IMAGEOP_EXPORT void invert_plain(unsigned char *bytes, int64_t line_bytes, int64_t lines);
IMAGEOP_EXPORT void invert_plain(unsigned char *bytes, int64_t line_bytes, int64_t lines) {
    for (int64_t y = 0; y < lines; y++) invert_row(bytes + y * line_bytes, line_bytes);
}
