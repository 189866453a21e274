/* The C functions of ApiTest: each returns 0, or fails with the line and the text of what does not hold. Also compiled as C++. */
#include "imageop.h"

#include <pthread.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
#define FUNCTION(name)                                                                                                 \
    extern "C" EXPORT int name(const imageop_api *api, const imageop_ref *objects, int32_t count);                    \
    int name(const imageop_api *api, const imageop_ref *objects, int32_t count)
#else
#define FUNCTION(name)                                                                                                 \
    EXPORT int name(const imageop_api *api, const imageop_ref *objects, int32_t count);                               \
    int name(const imageop_api *api, const imageop_ref *objects, int32_t count)
#endif

#define CHECK(condition)                                                                                               \
    if (!(condition)) return api->fail(__LINE__, #condition)

#define UNUSED (void)api, (void)objects, (void)count

/* P-89 to P-96: the attributes of all numbers from -1 to 13, as text for Java to compare. */
static void put(char **to, const char *text) {
    size_t length = strlen(text);
    memcpy(*to, text, length);
    *to += length;
    *(*to)++ = ' ';
}

static void put_number(char **to, int64_t number) {
    char digits[24];
    int i = 23;
    uint64_t rest = number < 0 ? (uint64_t)-number : (uint64_t)number;
    digits[i] = 0;
    do {
        digits[--i] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0) digits[--i] = '-';
    put(to, digits + i);
}

FUNCTION(mode_attributes) {
    static char text[8000];
    char *to = text;
    int32_t mode, c;
    UNUSED;
    for (mode = -1; mode <= 13; mode++) {
        put_number(&to, mode);
        put_number(&to, imageop_mode_check(mode));
        put(&to, imageop_mode(mode) ? imageop_mode(mode)->name : "NULL");
        put_number(&to, imageop_mode_components(mode));
        for (c = -1; c <= 4; c++) {
            const char *name = imageop_mode_component_name(mode, c);
            if (name) {
                put(&to, name);
                put_number(&to, imageop_mode_subsampling(mode, c));
            }
        }
        put_number(&to, imageop_mode_bits_per_component(mode));
        put_number(&to, imageop_mode_bytes_per_pixel(mode));
        put_number(&to, imageop_mode_planar(mode));
        put_number(&to, imageop_mode_x_divisor(mode));
        put_number(&to, imageop_mode_y_divisor(mode));
        put_number(&to, imageop_mode_length(mode, 640, 480));
        put_number(&to, imageop_mode_length(mode, 70000, 70000));
        put_number(&to, imageop_mode_length(mode, 2147483646, 2147483646));
        put_number(&to, imageop_mode_length(mode, 3, 2));
        put_number(&to, imageop_mode_length(mode, 2, 0));
    }
    *to = 0;
    return api->fail(1, text);
}

/* P-97, P-98, P-103: an image of another class, a standard image, a BufferedImage, a text. */
FUNCTION(checks) {
    CHECK(count == 4);
    CHECK(api->struct_size >= sizeof(imageop_api));
    CHECK(api->version == IMAGEOP_VERSION);
    CHECK(api->image_check(objects[0]) == 1);
    CHECK(api->image_check_exact(objects[0]) == 0);
    CHECK(api->object_check_image(objects[0]) == 1);
    CHECK(api->image_check(objects[1]) == 1);
    CHECK(api->image_check_exact(objects[1]) == 1);
    CHECK(api->object_check_image(objects[1]) == 1);
    CHECK(api->image_check(objects[2]) == 0);
    CHECK(api->image_check_exact(objects[2]) == 0);
    CHECK(api->object_check_image(objects[2]) == 1);
    CHECK(api->image_check(objects[3]) == 0);
    CHECK(api->object_check_image(objects[3]) == 0);
    CHECK(api->get_mode(objects[3]) == -1);
    CHECK(api->error() == IMAGEOP_BAD_REFERENCE);
    return 0;
}

/* P-99, P-102, P-104 */
FUNCTION(new_images) {
    int32_t mode;
    UNUSED;
    for (mode = 0; mode < 13; mode++) {
        unsigned char *bytes;
        void *memory = NULL;
        int64_t length = 0, i;
        unsigned char expected = mode == IMAGEOP_YV12 ? 16 : mode >= IMAGEOP_CMYK ? 255 : 0;
        imageop_ref image = api->new_image(mode, 6, 4);
        CHECK(image != IMAGEOP_NONE);
        CHECK(api->image_check_exact(image) == 1);
        CHECK(api->get_mode(image) == mode);
        CHECK(api->get_width(image) == 6);
        CHECK(api->get_height(image) == 4);
        CHECK(api->read_only(image) == 0);
        CHECK(api->as_buffer(image, &memory, &length) == 0);
        CHECK(length == imageop_mode_length(mode, 6, 4));
        bytes = (unsigned char *)memory;
        for (i = 0; i < length; i++) CHECK(bytes[i] == expected);
        CHECK(api->release(image) == 0);
    }
    CHECK(api->new_image(13, 6, 4) == IMAGEOP_NONE);
    CHECK(api->error() == IMAGEOP_BAD_ARGUMENT);
    CHECK(api->new_image(IMAGEOP_YV12, 5, 4) == IMAGEOP_NONE);
    CHECK(api->error() == IMAGEOP_BAD_ARGUMENT);
    CHECK(api->new_image(IMAGEOP_RGB, 2147483647, 2147483647) == IMAGEOP_NONE);
    CHECK(api->error() == IMAGEOP_BAD_ARGUMENT);
    CHECK(api->new_image(IMAGEOP_RGB, 2000000000, 1000000) == IMAGEOP_NONE);
    CHECK(api->error() == IMAGEOP_NO_MEMORY);
    return 0;
}

/* P-100: objects[0] is any image; the result is a copy of it in grey, of twice the size. */
FUNCTION(grey_of_twice_the_size) {
    imageop_ref same, grey;
    CHECK(count == 1);
    same = api->from_image(objects[0], -1, 0, 0);
    CHECK(api->get_mode(same) == api->get_mode(objects[0]));
    CHECK(api->get_width(same) == api->get_width(objects[0]));
    grey = api->from_image(same, IMAGEOP_L, 2 * api->get_width(same), 2 * api->get_height(same));
    CHECK(grey != IMAGEOP_NONE);
    CHECK(api->set_result(grey) == 0);
    CHECK(api->release(grey) == 0);
    CHECK(api->release(same) == 0);
    return 0;
}

/* P-101 */
FUNCTION(from_bytes) {
    static const unsigned char bytes[12] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    imageop_ref image;
    UNUSED;
    CHECK(api->from_buffer(bytes, 11, IMAGEOP_RGB, 2, 2) == IMAGEOP_NONE);
    CHECK(api->error() == IMAGEOP_BAD_ARGUMENT);
    CHECK(api->from_buffer(NULL, 12, IMAGEOP_RGB, 2, 2) == IMAGEOP_NONE);
    CHECK(api->error() == IMAGEOP_BAD_ARGUMENT);
    image = api->from_buffer(bytes, 12, IMAGEOP_RGB, 2, 2);
    CHECK(api->set_result(image) == 0);
    CHECK(api->release(image) == 0);
    return 0;
}

/* P-102: clips and splits a YV12 image of 4x2; the result is its cr. */
FUNCTION(clip_and_split) {
    imageop_ref parts[4] = {0, 0, 0, 0};
    CHECK(count == 1);
    CHECK(api->clip(objects[0]) == 0);
    CHECK(api->split(objects[0], parts, 2) == -1);
    CHECK(api->error() == IMAGEOP_BAD_ARGUMENT);
    CHECK(parts[0] == 0);
    CHECK(api->split(objects[0], parts, 4) == 3);
    CHECK(parts[3] == 0);
    CHECK(api->get_mode(parts[1]) == IMAGEOP_L);
    CHECK(api->get_width(parts[0]) == 4);
    CHECK(api->get_width(parts[1]) == 2);
    CHECK(api->set_result(parts[1]) == 0);
    CHECK(api->release(parts[0]) + api->release(parts[1]) + api->release(parts[2]) == 0);
    return 0;
}

/* P-102, P-104: objects[0] is a direct RGB image, objects[1] a BufferedImage, each of 4x3 pixels. */
FUNCTION(buffers) {
    void *memory = NULL;
    unsigned char bytes[36];
    int64_t length = 0;
    imageop_ref buffer;
    CHECK(count == 2);
    buffer = api->get_buffer(objects[0]);
    CHECK(buffer != IMAGEOP_NONE);
    CHECK(api->image_check(buffer) == 0);
    CHECK(api->as_buffer(buffer, &memory, &length) == 0);
    CHECK(length == 36);
    ((unsigned char *)memory)[35] = 77;
    CHECK(api->release(buffer) == 0);
    CHECK(api->as_buffer(objects[1], &memory, &length) == -1);
    CHECK(api->error() == IMAGEOP_UNSUPPORTED);
    CHECK(api->read_bytes(objects[1], 0, bytes, 36) == 0);
    CHECK(bytes[0] == 10 && bytes[1] == 20 && bytes[2] == 30);
    bytes[34] = 99;
    CHECK(api->write_bytes(objects[1], 34, bytes + 34, 1) == 0);
    CHECK(api->read_bytes(objects[1], 30, bytes, 7) == -1);
    CHECK(api->error() == IMAGEOP_BAD_INDEX);
    CHECK(api->read_bytes(objects[1], 3, bytes, -1) == -1);
    CHECK(api->error() == IMAGEOP_BAD_INDEX);
    CHECK(api->write_bytes(objects[1], -1, bytes, 1) == -1);
    CHECK(api->error() == IMAGEOP_BAD_INDEX);
    CHECK(api->write_bytes(objects[1], 0, NULL, 1) == -1);
    CHECK(api->error() == IMAGEOP_BAD_ARGUMENT);
    CHECK(api->as_buffer(objects[0], NULL, &length) == -1);
    CHECK(api->error() == IMAGEOP_BAD_ARGUMENT);
    return 0;
}

/* objects: a read-only image, one whose memory is freed, one whose samples throw */
FUNCTION(errors) {
    char text[400];
    char little[5] = {1, 1, 1, 1, 1};
    unsigned char byte = 1;
    void *memory = NULL;
    int64_t length = 0;
    imageop_ref extra;
    CHECK(count == 3);
    CHECK(api->error() == IMAGEOP_OK);
    CHECK(api->read_only(objects[0]) == 1);
    CHECK(api->write_bytes(objects[0], 0, &byte, 1) == -1);
    CHECK(api->error() == IMAGEOP_IS_READ_ONLY);
    CHECK(api->read_bytes(objects[1], 0, &byte, 1) == -1);
    CHECK(api->error() == IMAGEOP_FREED);
    CHECK(api->as_buffer(objects[1], &memory, &length) == -1);
    CHECK(api->error() == IMAGEOP_FREED);
    CHECK(api->read_bytes(objects[2], 0, &byte, 1) == -1);
    CHECK(api->error() == IMAGEOP_FAILED);
    CHECK(api->error_message(text, 400) == 12);
    CHECK(strcmp(text, "only a test") == 0);
    CHECK(api->error_message(little, 5) == 12);
    CHECK(strcmp(little, "only") == 0);
    CHECK(api->error_message(NULL, 0) == 12);
    CHECK(api->get_width(0) == -1);
    CHECK(api->error() == IMAGEOP_BAD_REFERENCE);
    CHECK(api->get_width(123456789) == -1);
    CHECK(api->error_message(text, 400) > 0);
    CHECK(strcmp(text, "The reference 123456789 stands for no object; it was never given [errors.md#bad-reference]") == 0);
    extra = api->retain(objects[0]);
    CHECK(extra != IMAGEOP_NONE && extra != objects[0]);
    CHECK(api->release(extra) == 0);
    CHECK(api->release(extra) == -1);
    CHECK(api->error() == IMAGEOP_BAD_REFERENCE);
    CHECK(api->get_width(extra) == -1);
    CHECK(api->set_result(extra) == -1);
    return 0;
}

FUNCTION(reads_with_a_result) {
    unsigned char byte;
    CHECK(count == 1);
    CHECK(api->set_result(objects[0]) == 0);
    CHECK(api->read_bytes(objects[0], 0, &byte, 1) == 0);
    CHECK(api->error() == IMAGEOP_OK);
    return 0;
}

FUNCTION(checks_nothing) {
    UNUSED;
    return 0;
}

FUNCTION(leak) {
    UNUSED;
    return api->new_image(IMAGEOP_L, 3, 2) == IMAGEOP_NONE;
}

FUNCTION(fails_by_java) {
    UNUSED;
    return api->new_image(IMAGEOP_L, 0, 2) == IMAGEOP_NONE ? api->error() : 0;
}

/* Threads of C's own. */
typedef struct work {
    const imageop_api *api;
    imageop_ref image;
    int failed;
} work;

static void *in_a_thread(void *argument) {
    work *mine = (work *)argument;
    int i;
    for (i = 0; i < 300; i++) {
        imageop_ref copy = mine->api->from_image(mine->image, IMAGEOP_L, 0, 0);
        if (mine->api->get_width(copy) != mine->api->get_width(mine->image)) mine->failed++;
        if (mine->api->release(copy) != 0) mine->failed++;
        if (mine->api->get_width(copy) != -1 || mine->api->error() != IMAGEOP_BAD_REFERENCE) mine->failed++;
    }
    return NULL;
}

FUNCTION(threads) {
    pthread_t all[4];
    work works[4];
    int i;
    CHECK(count == 1);
    for (i = 0; i < 4; i++) {
        works[i].api = api;
        works[i].image = objects[0];
        works[i].failed = 0;
        CHECK(pthread_create(&all[i], NULL, in_a_thread, &works[i]) == 0);
    }
    for (i = 0; i < 4; i++) {
        CHECK(pthread_join(all[i], NULL) == 0);
    }
    /* not before the last thread has left this stack */
    for (i = 0; i < 4; i++) CHECK(works[i].failed == 0);
    return 0;
}
