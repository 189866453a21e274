/*
 * imageop.h: images of Java, as C and C++ functions see them. C99 and C++11; nothing to link.
 *
 * A function takes a view of an image and changes or reads its samples where they are, in Java's own memory:
 *
 *     #include "imageop.h"
 *
 *     static int invert(imageop_view *image, void *context) {
 *         (void)context;
 *         for (int32_t c = 0; c < image->components; c++) {
 *             const imageop_plane *plane = &image->planes[c];
 *             for (int32_t y = 0; y < plane->height; y++)
 *                 for (int32_t x = 0; x < plane->width; x++)
 *                     imageop_put(plane, x, y, ~imageop_get(plane, x, y));
 *         }
 *         return 0;
 *     }
 *     IMAGEOP_FUNCTION(invert_image, invert)
 *
 * IMAGEOP_PAIR_FUNCTION, below, is for functions that read one image and write another. In Java:
 *
 *     CFunction invert = CFunction.of(SymbolLookup.libraryLookup(path, arena).find("invert_image").orElseThrow());
 *     ImageCall.writing().run(image, invert);
 *
 * Ownership: the view and the samples belong to Java. They are valid until the function returns, and no longer.
 * Threads: the function runs in the thread that calls from Java. Several threads may call it at once.
 * Errors: a function returns 0, or a number that the Java exception shows, together with the text in `message`. It must not
 * leave by longjmp or by a C++ exception.
 * Calls back: functions of another kind do that, see imageop_api below. While the function has memory of Java's heap, which IMAGEOP_ON_HEAP tells, the JVM waits for it: it must not
 * call Java back, which ends the VM, and should return soon. That is why it gets such images in bands of rows, unless Java
 * asks for whole images.
 */
#ifndef IMAGEOP_H
#define IMAGEOP_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the structures below. A later one only adds fields at their ends. */
#define IMAGEOP_VERSION 1

/* The modes (P-89). */
enum {
    IMAGEOP_L = 0,
    IMAGEOP_L16 = 1,
    IMAGEOP_L32 = 2,
    IMAGEOP_LA = 3,
    IMAGEOP_LA32 = 4,
    IMAGEOP_RGB = 5,
    IMAGEOP_RGB48 = 6,
    IMAGEOP_RGBA = 7,
    IMAGEOP_RGBA64 = 8,
    IMAGEOP_YV12 = 9,
    IMAGEOP_JPEG_YV12 = 10,
    IMAGEOP_CMYK = 11,
    IMAGEOP_CMYK64 = 12
};

/*
 * What the modes are (P-90 to P-96). The functions take any number, and return -1 or NULL if it is not a mode.
 */
typedef struct imageop_mode_attributes {
    const char *name;      /* as the PEP spells it: "I" for IMAGEOP_L32 */
    int32_t components;
    int32_t bits;          /* of a component */
    int32_t planar;        /* 1 if components have planes of their own, of which all but the first have half the sides */
    const char *component_names[4];
} imageop_mode_attributes;

static inline const imageop_mode_attributes *imageop_mode(int32_t mode) {
    static const imageop_mode_attributes modes[13] = {
        {"L", 1, 8, 0, {"l", NULL, NULL, NULL}},
        {"L16", 1, 16, 0, {"l", NULL, NULL, NULL}},
        {"I", 1, 32, 0, {"l", NULL, NULL, NULL}},
        {"LA", 2, 8, 0, {"l", "a", NULL, NULL}},
        {"LA32", 2, 16, 0, {"l", "a", NULL, NULL}},
        {"RGB", 3, 8, 0, {"r", "g", "b", NULL}},
        {"RGB48", 3, 16, 0, {"r", "g", "b", NULL}},
        {"RGBA", 4, 8, 0, {"r", "g", "b", "a"}},
        {"RGBA64", 4, 16, 0, {"r", "g", "b", "a"}},
        {"YV12", 3, 8, 1, {"y", "cr", "cb", NULL}},
        {"JPEG_YV12", 3, 8, 1, {"y", "cr", "cb", NULL}},
        {"CMYK", 4, 8, 0, {"c", "m", "y", "k"}},
        {"CMYK64", 4, 16, 0, {"c", "m", "y", "k"}}};
    return mode >= 0 && mode < 13 ? &modes[mode] : NULL;
}

/* Whether a number is a mode: 1 or 0. */
static inline int32_t imageop_mode_check(int32_t mode) { return imageop_mode(mode) != NULL; }

static inline int32_t imageop_mode_components(int32_t mode) {
    return imageop_mode_check(mode) ? imageop_mode(mode)->components : -1;
}

/* The name of a component; NULL if there is no such component. */
static inline const char *imageop_mode_component_name(int32_t mode, int32_t component) {
    return imageop_mode_check(mode) && component >= 0 && component < 4 ? imageop_mode(mode)->component_names[component] : NULL;
}

static inline int32_t imageop_mode_bits_per_component(int32_t mode) {
    return imageop_mode_check(mode) ? imageop_mode(mode)->bits : -1;
}

static inline int32_t imageop_mode_planar(int32_t mode) {
    return imageop_mode_check(mode) ? imageop_mode(mode)->planar : -1;
}

/* -1 also for planar modes. */
static inline int32_t imageop_mode_bytes_per_pixel(int32_t mode) {
    return imageop_mode_planar(mode) == 0 ? imageop_mode(mode)->components * imageop_mode(mode)->bits / 8 : -1;
}

/* How many pixels share a sample of a component, across and down alike: 1 or 2. */
static inline int32_t imageop_mode_subsampling(int32_t mode, int32_t component) {
    if (imageop_mode_component_name(mode, component) == NULL) return -1;
    return imageop_mode(mode)->planar && component > 0 ? 2 : 1;
}

/* What a width must be a multiple of. */
static inline int32_t imageop_mode_x_divisor(int32_t mode) {
    return imageop_mode_check(mode) ? imageop_mode(mode)->planar + 1 : -1;
}

/* What a height must be a multiple of. */
static inline int32_t imageop_mode_y_divisor(int32_t mode) { return imageop_mode_x_divisor(mode); }

/* How many bytes the buffer of an image has; -1 also if no image of the mode has that size. */
static inline int64_t imageop_mode_length(int32_t mode, int32_t width, int32_t height) {
    int64_t pixels = (int64_t)width * height;
    if (!imageop_mode_check(mode) || width < 1 || height < 1) return -1;
    if (width % imageop_mode_x_divisor(mode) != 0 || height % imageop_mode_y_divisor(mode) != 0) return -1;
    if (imageop_mode(mode)->planar) return pixels / 2 * 3;
    return pixels > INT64_MAX / imageop_mode_bytes_per_pixel(mode) ? -1 : pixels * imageop_mode_bytes_per_pixel(mode);
}

/* How colours relate to alpha: there is none, they are straight, or they are stored multiplied by it. */
enum { IMAGEOP_OPAQUE = 0, IMAGEOP_STRAIGHT = 1, IMAGEOP_PREMULTIPLIED = 2 };

/* Flags of a view. */
enum {
    /* The samples must not be written: Java asked for reading, or the image is read-only. Nothing enforces it. */
    IMAGEOP_READ_ONLY = 1,
    /* Some samples lie in Java's heap: return soon, and do not call Java back. */
    IMAGEOP_ON_HEAP = 2,
    /* The samples are a copy of computed ones, which Java writes back afterwards unless the view is read-only. */
    IMAGEOP_COPY = 4
};

/* What an element is. */
enum { IMAGEOP_UNSIGNED = 0, IMAGEOP_SIGNED = 1, IMAGEOP_FLOAT = 2 };

/*
 * Where the samples of a component lie: the one of column x and row y is in the element at
 * first + y * line_stride + x * pixel_stride. Elements need not be aligned.
 */
typedef struct imageop_plane {
    unsigned char *first; /* the element of column 0, row 0 */
    int64_t pixel_stride; /* bytes from one column to the next; may be negative */
    int64_t line_stride;  /* bytes from one row to the next; may be negative */
    int32_t width;        /* columns; half the view's in the chroma planes of planar modes */
    int32_t height;       /* rows in this view, also */
    int32_t element_bytes; /* 1, 2 or 4 */
    int32_t element_kind; /* IMAGEOP_UNSIGNED; with a range also IMAGEOP_SIGNED or IMAGEOP_FLOAT */
    int32_t shift;        /* the sample's lowest bit in its element */
    int32_t bits;         /* how many bits of its element the sample has; others belong to others and must stay */
    int32_t swapped;      /* 1 if the bytes of an element are in the other order than this machine's */
    int32_t memory;       /* for the macros below: which memory */
    int64_t offset;       /* for the macros below: where in it, in bytes */
    double low;           /* with a range: the number that stands for 0; without one, low and high are 0 */
    double high;          /* with a range: the number that stands for the mode's largest value */
} imageop_plane;

/* An image, or a band of its rows. */
typedef struct imageop_view {
    uint32_t struct_size;     /* the size of this structure in Java's version, at least sizeof(imageop_view) */
    uint32_t version;         /* Java's IMAGEOP_VERSION */
    int32_t mode;             /* IMAGEOP_L to IMAGEOP_CMYK64 */
    int32_t alpha;            /* IMAGEOP_OPAQUE, IMAGEOP_STRAIGHT or IMAGEOP_PREMULTIPLIED */
    int32_t flags;            /* IMAGEOP_READ_ONLY and the others, or-ed */
    int32_t width;            /* the image's columns */
    int32_t height;           /* rows in this view; even in planar modes */
    int32_t first_row;        /* which row of the image is the first of the view */
    int32_t image_height;     /* rows of the whole image */
    int32_t components;       /* how many planes there are */
    imageop_plane planes[4];  /* one for each component, in the mode's order */
    char message[256];        /* what went wrong, in UTF-8; for the function to fill before it returns a number other than 0 */
} imageop_view;

/* The address of an element. */
static inline unsigned char *imageop_at(const imageop_plane *plane, int64_t x, int64_t y) {
    return plane->first + y * plane->line_stride + x * plane->pixel_stride;
}

/* The element of a sample, without a sign, in this machine's byte order; of a float, its bits. */
static inline uint32_t imageop_element(const imageop_plane *plane, int64_t x, int64_t y) {
    const unsigned char *at = imageop_at(plane, x, y);
    if (plane->element_bytes == 1) {
        return *at;
    } else if (plane->element_bytes == 2) {
        uint16_t two;
        memcpy(&two, at, 2);
        return plane->swapped ? (uint32_t)(uint16_t)(two << 8 | two >> 8) : two;
    } else {
        uint32_t four;
        memcpy(&four, at, 4);
        return plane->swapped ? four << 24 | (four & 0xff00u) << 8 | (four >> 8 & 0xff00u) | four >> 24 : four;
    }
}

/* The largest value that a sample's bits hold. */
static inline uint32_t imageop_mask(const imageop_plane *plane) { return 0xffffffffu >> (32 - plane->bits); }

/* A sample as it is stored: 0 to imageop_mask; with a range, the bits of the number. */
static inline uint32_t imageop_get(const imageop_plane *plane, int64_t x, int64_t y) {
    return imageop_element(plane, x, y) >> plane->shift & imageop_mask(plane);
}

/* Replaces a sample by the lowest bits of a value, and leaves the other bits of its element as they are. */
static inline void imageop_put(const imageop_plane *plane, int64_t x, int64_t y, uint32_t value) {
    unsigned char *at = imageop_at(plane, x, y);
    uint32_t mask = imageop_mask(plane) << plane->shift;
    uint32_t element = (value << plane->shift & mask) | (imageop_element(plane, x, y) & ~mask);
    if (plane->element_bytes == 1) {
        *at = (unsigned char)element;
    } else if (plane->element_bytes == 2) {
        uint16_t two = (uint16_t)element;
        if (plane->swapped) two = (uint16_t)(two << 8 | two >> 8);
        memcpy(at, &two, 2);
    } else {
        if (plane->swapped) {
            element = element << 24 | (element & 0xff00u) << 8 | (element >> 8 & 0xff00u) | element >> 24;
        }
        memcpy(at, &element, 4);
    }
}

/* Gives Java's exception a text, cut to what fits, and returns the number, for: return imageop_fail(image, 3, "..."). */
static inline int imageop_fail(imageop_view *view, int number, const char *text) {
    size_t length = strlen(text);
    if (length >= sizeof view->message) length = sizeof view->message - 1;
    memcpy(view->message, text, length);
    view->message[length] = 0;
    return number;
}

/* For the macros below: turns places in memory into addresses. Java cannot store the address of an array in a structure. */
static inline void imageop_bind(imageop_view *view, void *m0, void *m1, void *m2, void *m3) {
    void *memory[4];
    int32_t c;
    memory[0] = m0;
    memory[1] = m1;
    memory[2] = m2;
    memory[3] = m3;
    for (c = 0; c < view->components; c++) {
        imageop_plane *plane = &view->planes[c];
        plane->first = (unsigned char *)memory[plane->memory] + plane->offset;
    }
}

#if defined(_WIN32)
#define IMAGEOP_EXPORT __declspec(dllexport)
#elif defined(__GNUC__)
#define IMAGEOP_EXPORT __attribute__((visibility("default")))
#else
#define IMAGEOP_EXPORT
#endif

/*
 * Defines the entry `name`, which CFunction calls, for `int function(imageop_view *image, void *context)`. The context is what
 * CFunction.with was given, or NULL.
 */
#ifdef __cplusplus
#define IMAGEOP_FUNCTION(name, function) extern "C" IMAGEOP_ENTRY(name, function)
#else
#define IMAGEOP_FUNCTION(name, function) IMAGEOP_ENTRY(name, function)
#endif
#define IMAGEOP_ENTRY(name, function)                                                                                  \
    IMAGEOP_EXPORT int name(imageop_view *view, void *context, void *m0, void *m1, void *m2, void *m3);               \
    IMAGEOP_EXPORT int name(imageop_view *view, void *context, void *m0, void *m1, void *m2, void *m3) {              \
        imageop_bind(view, m0, m1, m2, m3);                                                                            \
        return function(view, context);                                                                                \
    }

/*
 * Defines the entry `name`, which CPairFunction calls, for a function that reads one image and writes another. If the images have
 * the same height, both views are the same rows, unless Java asks for whole images; else they are whole images. What the
 * function writes is not what it reads: Java copies the source if they may share memory. The text of an error goes to the target.
 *
 *     static int scale_down(const imageop_view *source, imageop_view *target, void *context) {
 *         (void)context;
 *         if (source->mode != target->mode) return imageop_fail(target, 1, "the modes differ");
 *         for (int32_t c = 0; c < target->components; c++) {
 *             const imageop_plane *from = &source->planes[c], *to = &target->planes[c];
 *             for (int32_t y = 0; y < to->height; y++)
 *                 for (int32_t x = 0; x < to->width; x++)
 *                     imageop_put(to, x, y, imageop_get(from, (int64_t)x * from->width / to->width,
 *                                                       (int64_t)y * from->height / to->height));
 *         }
 *         return 0;
 *     }
 *     IMAGEOP_PAIR_FUNCTION(scale_down_image, scale_down)
 */
#ifdef __cplusplus
#define IMAGEOP_PAIR_FUNCTION(name, function) extern "C" IMAGEOP_PAIR_ENTRY(name, function)
#else
#define IMAGEOP_PAIR_FUNCTION(name, function) IMAGEOP_PAIR_ENTRY(name, function)
#endif
#define IMAGEOP_PAIR_ENTRY(name, function)                                                                             \
    IMAGEOP_EXPORT int name(imageop_view *source, imageop_view *target, void *context, void *s0, void *s1, void *s2,  \
                            void *s3, void *t0, void *t1, void *t2, void *t3);                                        \
    IMAGEOP_EXPORT int name(imageop_view *source, imageop_view *target, void *context, void *s0, void *s1, void *s2,  \
                            void *s3, void *t0, void *t1, void *t2, void *t3) {                                       \
        imageop_bind(source, s0, s1, s2, s3);                                                                          \
        imageop_bind(target, t0, t1, t2, t3);                                                                          \
        return function(source, target, context);                                                                      \
    }

/*
 * The PEP's functions on images (P-97 to P-104), for C functions that call Java back:
 *
 *     int grey_of(const imageop_api *api, const imageop_ref *objects, int32_t count) {
 *         imageop_ref grey = api->from_image(objects[0], IMAGEOP_L, 0, 0);
 *         if (count != 1 || grey == IMAGEOP_NONE) return api->error();
 *         api->set_result(grey);
 *         api->release(grey);
 *         return IMAGEOP_OK;
 *     }
 *
 * In Java: api.call(library.find("grey_of").orElseThrow(), image).
 *
 * References: a reference stands for an object of Java and keeps it alive. The objects of a call belong to Java, which releases
 * them when the call returns; references that functions return belong to C, which releases each of them once. A reference
 * that was released, or that nobody gave, is an error, not a crash.
 * Threads: all functions may be called by any thread, also by one of C's own, as long as the ImageApi is open.
 * Errors: functions return -1, or IMAGEOP_NONE for references. Then error() is one of the numbers below, and error_message() the
 * text of Java's exception; both belong to the thread, and stay until the next error.
 */
typedef int64_t imageop_ref;

#define IMAGEOP_NONE 0

enum {
    IMAGEOP_OK = 0,
    IMAGEOP_BAD_REFERENCE = 1, /* it was released, or never given, or is of something that is not an image */
    IMAGEOP_BAD_ARGUMENT = 2,  /* a number or a size that is not possible, or NULL */
    IMAGEOP_BAD_INDEX = 3,     /* beyond the buffer */
    IMAGEOP_UNSUPPORTED = 4,   /* the image has no such thing, such as an address */
    IMAGEOP_IS_READ_ONLY = 5,  /* the image cannot be written */
    IMAGEOP_FREED = 6,         /* the image's memory was freed, or the image contradicts itself */
    IMAGEOP_NO_MEMORY = 7,     /* Java has too little memory */
    IMAGEOP_FAILED = 8         /* anything else */
};

typedef struct imageop_api {
    uint32_t struct_size; /* the size of this structure in Java's version, at least sizeof(imageop_api) */
    uint32_t version;     /* Java's IMAGEOP_VERSION */

    /* Another reference to the same object. */
    imageop_ref (*retain)(imageop_ref object);
    /* Ends a reference: 0. */
    int32_t (*release)(imageop_ref object);

    /* The number of this thread's last error, IMAGEOP_OK if there was none. */
    int32_t (*error)(void);
    /* Its text, in UTF-8, cut to `room` bytes with the final 0; returns the bytes that all of it needs. */
    int32_t (*error_message)(char *to, int32_t room);
    /* Reports an error of C's own; returns the number, for: return api->fail(17, "..."). */
    int32_t (*fail)(int32_t number, const char *text);
    /* What ImageApi.call returns: 0. The reference stays C's. */
    int32_t (*set_result)(imageop_ref object);

    /* Whether an object is an image class of the protocol (P-97), exactly the standard image (P-98), or anything that Java can
       take for a correct image (P-103): 1 or 0. */
    int32_t (*image_check)(imageop_ref object);
    int32_t (*image_check_exact)(imageop_ref object);
    int32_t (*object_check_image)(imageop_ref object);

    /* New images, in native memory: filled with the mode's default (P-99); converted and resized, where a mode of -1 and sides of
       0 are those of the image (P-100); with a copy of exactly imageop_mode_length bytes (P-101). */
    imageop_ref (*new_image)(int32_t mode, int32_t width, int32_t height);
    imageop_ref (*from_image)(imageop_ref image, int32_t mode, int32_t width, int32_t height);
    imageop_ref (*from_buffer)(const void *bytes, int64_t length, int32_t mode, int32_t width, int32_t height);

    /* What an image is and does (P-102). */
    int32_t (*get_mode)(imageop_ref image);
    int32_t (*get_width)(imageop_ref image);
    int32_t (*get_height)(imageop_ref image);
    int32_t (*read_only)(imageop_ref image); /* 1 or 0 */
    int32_t (*clip)(imageop_ref image);      /* 0 */
    /* A new greyscale image for each component, at most `room`, which must suffice; returns their number. */
    int32_t (*split)(imageop_ref image, imageop_ref *images, int32_t room);

    /* The image's buffer: the samples as bytes in the PEP's order, components of more than 8 bits in native byte order. */
    imageop_ref (*get_buffer)(imageop_ref image);
    /* The address of an image's or a buffer's bytes, and their number: 0. The bytes are live, may be unaligned, and are valid while
       the image or buffer is referenced (P-104). IMAGEOP_UNSUPPORTED if they are not in native memory, in order: images of the
       three functions above always are. */
    int32_t (*as_buffer)(imageop_ref object, void **memory, int64_t *length);
    /* Copies some bytes of an image or buffer of any kind, out or in: 0. */
    int32_t (*read_bytes)(imageop_ref object, int64_t index, void *to, int64_t count);
    int32_t (*write_bytes)(imageop_ref object, int64_t index, const void *from, int64_t count);
} imageop_api;

#ifdef __cplusplus
}
#endif

#endif
