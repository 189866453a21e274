/* A consumer and a producer of tensors, with structures of their own, as DLPack 1.0 describes them. */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    void *data;
    int32_t device_type, device_id;
    int32_t ndim;
    uint8_t code, bits;
    uint16_t lanes;
    int64_t *shape, *strides;
    uint64_t byte_offset;
} tensor;

typedef struct old_tensor {
    tensor t;
    void *context;
    void (*deleter)(struct old_tensor *);
} old_tensor;

typedef struct new_tensor {
    uint32_t major, minor;
    void *context;
    void (*deleter)(struct new_tensor *);
    uint64_t flags;
    tensor t;
} new_tensor;

static tensor *of(void *managed, int32_t versioned) {
    return versioned ? &((new_tensor *)managed)->t : &((old_tensor *)managed)->t;
}

static uint8_t *place(const tensor *t, int64_t y, int64_t x, int64_t c) {
    int64_t index = y * t->strides[0] + x * t->strides[1] + (t->ndim == 3 ? c * t->strides[2] : 0);
    return (uint8_t *)t->data + t->byte_offset + index * (t->bits / 8);
}

/* The consumer. */

int32_t describe(void *managed, int32_t versioned, char *text, int32_t room) {
    const tensor *t = of(managed, versioned);
    int written = snprintf(text, (size_t)room, "code %d bits %d lanes %d device %d.%d", t->code, t->bits, t->lanes,
                           t->device_type, t->device_id);
    for (int32_t d = 0; d < t->ndim; d++)
        written += snprintf(text + written, (size_t)(room - written), " %lld/%lld", (long long)t->shape[d],
                            (long long)t->strides[d]);
    if (versioned)
        written += snprintf(text + written, (size_t)(room - written), " version %u flags %llu",
                            ((new_tensor *)managed)->major, (unsigned long long)((new_tensor *)managed)->flags);
    return written;
}

double get(void *managed, int32_t versioned, int64_t y, int64_t x, int64_t c) {
    const tensor *t = of(managed, versioned);
    const uint8_t *at = place(t, y, x, c);
    int8_t s8; int16_t s16; int32_t s32; uint16_t u16; uint32_t u32; float f;
    switch (t->code * 100 + t->bits) {
        case 8: memcpy(&s8, at, 1); return s8;
        case 16: memcpy(&s16, at, 2); return s16;
        case 32: memcpy(&s32, at, 4); return s32;
        case 108: return *at;
        case 116: memcpy(&u16, at, 2); return u16;
        case 132: memcpy(&u32, at, 4); return u32;
        case 232: memcpy(&f, at, 4); return (double)f;
        default: return -1e30;
    }
}

void put(void *managed, int32_t versioned, int64_t y, int64_t x, int64_t c, double value) {
    const tensor *t = of(managed, versioned);
    uint8_t *at = place(t, y, x, c);
    uint16_t u16; uint32_t u32; float f;
    switch (t->code * 100 + t->bits) {
        case 108: *at = (uint8_t)value; break;
        case 116: u16 = (uint16_t)value; memcpy(at, &u16, 2); break;
        case 132: u32 = (uint32_t)value; memcpy(at, &u32, 4); break;
        case 232: f = (float)value; memcpy(at, &f, 4); break;
        default: abort();
    }
}

static void *end_new(void *managed) {
    new_tensor *m = (new_tensor *)managed;
    m->deleter(m);
    return NULL;
}

static void *end_old(void *managed) {
    old_tensor *m = (old_tensor *)managed;
    m->deleter(m);
    return NULL;
}

/* In a thread that Java does not know. */
int32_t end_elsewhere(void *managed, int32_t versioned) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, versioned ? end_new : end_old, managed) != 0) return -1;
    return pthread_join(thread, NULL);
}

void end_here(void *managed, int32_t versioned) {
    if (versioned) end_new(managed); else end_old(managed);
}

void end_twice(void *managed) {
    end_new(managed);
    end_new(managed);
}

/* The producer. */

static int32_t ended_count;

int32_t ended(void) { return ended_count; }

static void free_new(new_tensor *m) {
    ended_count++;
    free(m->context);
    free(m->t.shape);
    free(m->t.strides);
    free(m);
}

static void free_old(old_tensor *m) {
    ended_count++;
    free(m->context);
    free(m->t.shape);
    free(m->t.strides);
    free(m);
}

static int64_t *copy_of(const int64_t *numbers, int32_t count) {
    int64_t *copy = NULL;
    if (numbers != NULL && count > 0) {
        copy = (int64_t *)malloc((size_t)count * sizeof *copy);
        memcpy(copy, numbers, (size_t)count * sizeof *copy);
    }
    return copy;
}

/* A tensor on so many bytes 0, 1, 2 ..., whose first number is at the given one. */
void *make(int32_t versioned, int64_t bytes, int64_t first, uint8_t code, uint8_t bits, int32_t ndim, const int64_t *shape,
           const int64_t *strides) {
    uint8_t *memory = (uint8_t *)malloc((size_t)bytes);
    tensor t = {memory, 1, 0, ndim, code, bits, 1, copy_of(shape, ndim), copy_of(strides, ndim), (uint64_t)first};
    for (int64_t i = 0; i < bytes; i++) memory[i] = (uint8_t)i;
    if (versioned) {
        new_tensor *m = (new_tensor *)calloc(1, sizeof *m);
        m->major = 1;
        m->minor = 3;
        m->context = memory;
        m->deleter = free_new;
        m->t = t;
        return m;
    }
    old_tensor *m = (old_tensor *)calloc(1, sizeof *m);
    m->context = memory;
    m->deleter = free_old;
    m->t = t;
    return m;
}

int32_t byte_at(void *managed, int32_t versioned, int64_t index) {
    return ((uint8_t *)of(managed, versioned)->data)[index];
}

/* Makes a versioned tensor say something else. */
void spoil(void *managed, int32_t what, int64_t value) {
    new_tensor *m = (new_tensor *)managed;
    switch (what) {
        case 0: m->major = (uint32_t)value; break;
        case 1: m->flags = (uint64_t)value; break;
        case 2: m->t.device_type = (int32_t)value; break;
        case 3: m->t.ndim = (int32_t)value; break;
        case 4: m->t.lanes = (uint16_t)value; break;
        case 5: m->t.shape[0] = value; break;
        case 6: m->t.strides[0] = value; break;
        case 7: m->t.byte_offset = (uint64_t)value; break;
        case 8: m->t.data = value == 0 ? NULL : m->t.data; break;
        case 9: free(m->t.shape); m->t.shape = NULL; break;
        case 10: free(m->t.strides); m->t.strides = NULL; break;
        case 11: m->deleter = NULL; break;
        case 12: m->t.code = (uint8_t)value; break;
        case 13: m->t.bits = (uint8_t)value; break;
        case 14: m->t.strides[1] = value; break;
        default: abort();
    }
}
