package org.imageop.verification.proof.copies;

import static org.imageop.verification.proof.copies.BrokenLibraries.INTERNAL;
import static org.imageop.verification.proof.copies.BrokenLibraries.broken;

import java.util.List;
import org.imageop.verification.proof.broken.Broken;

/** Copies of the library with one mistake each in sharing, handing on or the lookup of adapters. */
final class BrokenSharing {
    private static final String LOOKUP = "org.imageop.internal.lookup.ImageLookup";
    private static final String STANDARD = "org.imageop.StandardImage";

    private BrokenSharing() {}

    static List<Broken> all() {
        return List.of(
                broken(
                        "S-1",
                        "rotate180 is a view",
                        "org.imageop.ImageMixin",
                        "StandardImage.from(Views.rotate180(this))",
                        "Views.rotate180(this)"),
                broken(
                        "S-2",
                        "an array of shorts is copied",
                        STANDARD,
                        "ShortBuffer.wrap(samples)",
                        "ShortBuffer.wrap(samples.clone())"),
                broken(
                        "S-3",
                        "a canvas is in ABGR order",
                        INTERNAL + "operations.Allocation",
                        "PixelLayout.argb(memory, width, height, AlphaType.PREMULTIPLIED)",
                        "PixelLayout.packed("
                                + "Mode.RGBA, width, height, \"ABGR\", AlphaType.PREMULTIPLIED, memory, 0, width)"),
                broken(
                        "S-4",
                        "what an adapter calls read-only is called writable",
                        "org.imageop.Transfer",
                        "other.apply(image), reason, writable, losses)",
                        "other.apply(image), reason, true, losses)"),
                broken(
                        "S-5",
                        "a standard image is not copied though a copy is demanded",
                        LOOKUP,
                        "return StandardImage.from(image);",
                        "return StandardImage.wrap(image);"),
                broken(
                        "S-6",
                        "an object that is not an image is returned",
                        INTERNAL + "lookup.ImageLookup",
                        "ImageLike image = wrap(object);\n",
                        "if (type.isInstance(object) && !(object instanceof ImageLike)) {"
                                + " return Transfer.shared(type.cast(object), true); }"
                                + " ImageLike image = wrap(object);\n"),
                broken(
                        "S-8",
                        "a standard image of another image has an info of its own",
                        STANDARD,
                        "image.info(), null, null)",
                        "new LinkedHashMap<>(), null, null)"),
                broken(
                        "S-9",
                        "two direct buffers are taken for different memory",
                        INTERNAL + "operations.SharedFoundations",
                        "|| (direct && other.direct)",
                        ""),
                broken(
                        "S-9",
                        "the same array is not recognised",
                        INTERNAL + "operations.SharedFoundations",
                        "foundations.add(memory.array());",
                        "foundations.add(memory);"),
                broken(
                        "S-9",
                        "what computed samples are made of is not looked into",
                        INTERNAL + "operations.SharedFoundations",
                        "foundation instanceof ImageCore image",
                        "foundation instanceof ImageCore image && foundations.isEmpty()"),
                broken(
                        "S-9",
                        "of several things that samples are made of, the first counts",
                        INTERNAL + "operations.SharedFoundations",
                        "foundations().forEach(this::add)",
                        "foundations().stream().limit(1).forEach(this::add)"),
                broken(
                        "S-10",
                        "Images.to copies",
                        "org.imageop.Images",
                        "transfer(image, type, Copy.IF_NEEDED).image()",
                        "transfer(image, type, Copy.ALWAYS).image()"),
                broken(
                        "S-13",
                        "a snapshot is called the object's image",
                        LOOKUP,
                        "HandingOn.snapshotReason(image).isPresent()",
                        "false"),
                broken(
                        "S-13",
                        "the memory of a snapshot is shared",
                        "org.imageop.spi.HandingOn",
                        "shared != null && snapshot == null",
                        "shared != null"),
                broken(
                        "S-13",
                        "the pixels of a snapshot can be written",
                        STANDARD,
                        "wrap(Views.readOnly(pixels)).buffer",
                        "wrap(pixels).buffer"),
                broken("A-1", "images are no images", LOOKUP, "object instanceof ImageLike\n                ||", ""),
                broken(
                        "A-2",
                        "adapters that failed are not named",
                        INTERNAL + "lookup.Misses",
                        "found.failures().stream()",
                        "java.util.List.<AdapterRegistry.Failure>of().stream()"),
                broken(
                        "A-3",
                        "the context class loader is not asked",
                        INTERNAL + "lookup.AdapterRegistry",
                        "ClassLoader caller = Thread.currentThread().getContextClassLoader();",
                        "ClassLoader caller = own;"),
                broken(
                        "A-3",
                        "the library's own class loader is not asked",
                        INTERNAL + "lookup.AdapterRegistry",
                        "        loaders.add(own);\n",
                        ""),
                broken(
                        "A-3",
                        "the loader of the object's class is not asked",
                        INTERNAL + "lookup.AdapterRegistry",
                        "        if (theirs != null) {\n            loaders.add(theirs);\n        }\n",
                        ""),
                broken(
                        "A-3",
                        "an adapter is made twice",
                        INTERNAL + "lookup.AdapterRegistry",
                        "CACHE.put(loader, new SoftReference<>(found));",
                        "CACHE.remove(loader);"),
                broken(
                        "A-4",
                        "the least specific adapter is asked",
                        INTERNAL + "lookup.AdapterRegistry",
                        "best.getValue().isAssignableFrom(type)",
                        "type.isAssignableFrom(best.getValue())"),
                broken(
                        "A-5",
                        "the first adapter of a subtype makes a class",
                        INTERNAL + "lookup.AdapterRegistry",
                        "if (entry.getValue() == type) {",
                        "if (entry.getValue() == type && first == null) {"),
                broken(
                        "A-5",
                        "any adapter makes an Object",
                        INTERNAL + "lookup.AdapterRegistry",
                        " && type != Object.class",
                        ""),
                broken(
                        "A-6",
                        "an adapter for a class that is missing breaks the lookup",
                        INTERNAL + "lookup.AdapterRegistry",
                        "ServiceConfigurationError | LinkageError | RuntimeException e",
                        "ServiceConfigurationError | RuntimeException e"),
                broken(
                        "T-3",
                        "bytes are written by whole pixels",
                        INTERNAL + "buffer.BufferOverRows",
                        "if (part.memory == null) {",
                        "if (part.rows != null) {"),
                broken(
                        "A-6",
                        "an adapter whose constructor asks for images is loaded again and again",
                        INTERNAL + "lookup.AdapterRegistry",
                        "LOADING.set(true)",
                        "LOADING.set(false)"),
                broken(
                        "A-8",
                        "nobody asks whether there is a copy",
                        "org.imageop.spi.HandingOn",
                        "if (copy == null) {",
                        "if (losses(adapter) == null) {",
                        "    private static IllegalStateException broken(",
                        "    private static Object losses(Object adapter) {\n        return adapter;\n    }\n\n"
                                + "    private static IllegalStateException broken("),
                broken(
                        "A-11",
                        "a planar image's rows are its luma",
                        "org.imageop.Images",
                        "        Checks.pixels(image.mode());\n",
                        ""));
    }
}
