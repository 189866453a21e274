/* How steep the grey of an image is at each pixel: Sobel's two sums. Rows depend on their neighbours, so Java asks for whole images. */
#include "imageop.h"

static int32_t absolute(int32_t value) { return value < 0 ? -value : value; }

/* A sample; outside of the image that of its border. */
static int32_t grey(const imageop_plane *plane, int32_t x, int32_t y) {
    if (x < 0) x = 0;
    if (y < 0) y = 0;
    if (x >= plane->width) x = plane->width - 1;
    if (y >= plane->height) y = plane->height - 1;
    return (int32_t)imageop_get(plane, x, y);
}

static int edges(const imageop_view *source, imageop_view *target, void *context) {
    const imageop_plane *from = &source->planes[0];
    (void)context;
    if (source->components != 1 || target->components != 1) return imageop_fail(target, 1, "grey images are expected");
    if (target->height != target->image_height) return imageop_fail(target, 2, "whole images are expected");
    for (int32_t y = 0; y < target->height; y++) {
        for (int32_t x = 0; x < target->width; x++) {
            int32_t across = grey(from, x + 1, y - 1) + 2 * grey(from, x + 1, y) + grey(from, x + 1, y + 1) -
                             grey(from, x - 1, y - 1) - 2 * grey(from, x - 1, y) - grey(from, x - 1, y + 1);
            int32_t down = grey(from, x - 1, y + 1) + 2 * grey(from, x, y + 1) + grey(from, x + 1, y + 1) -
                           grey(from, x - 1, y - 1) - 2 * grey(from, x, y - 1) - grey(from, x + 1, y - 1);
            int32_t steep = absolute(across) + absolute(down);
            imageop_put(&target->planes[0], x, y, steep > 255 ? 255 : (uint32_t)steep);
        }
    }
    return 0;
}
IMAGEOP_PAIR_FUNCTION(edges_of_image, edges)
