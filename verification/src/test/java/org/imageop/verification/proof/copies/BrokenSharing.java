package org.imageop.verification.proof.copies;

import java.util.List;
import org.imageop.verification.library.LibraryContractTest;
import org.imageop.verification.proof.broken.Broken;

/** Copies of the library with one mistake each in sharing, handing on or the lookup of adapters. */
final class BrokenSharing {
    private static final String ADAPTERS = "org.imageop.Adapters";
    private static final String STANDARD = "org.imageop.StandardImage";

    private BrokenSharing() {}

    private static Broken broken(String rule, String mistake, String type, String... replacements) {
        return BrokenLibraries.broken(rule, mistake, LibraryContractTest.class, type, replacements);
    }

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
                        "org.imageop.Allocation",
                        "width, 16, 8)",
                        "width, 17, 8)",
                        "width, 0, 8)",
                        "width, 16, 8)",
                        "width, 17, 8)",
                        "width, 0, 8)"),
                broken(
                        "S-4",
                        "what an adapter calls read-only is called writable",
                        "org.imageop.Transfer",
                        "other.apply(image), reason, writable, losses)",
                        "other.apply(image), reason, true, losses)"),
                broken(
                        "S-5",
                        "a standard image is not copied though a copy is demanded",
                        ADAPTERS,
                        "Transfer.copied(StandardImage.from(image), \"a copy",
                        "Transfer.copied(new StandardImage(image, null), \"a copy"),
                broken(
                        "S-6",
                        "an object that is no image is handed back",
                        ADAPTERS,
                        "ImageLike image = wrap(object);\n",
                        "if (type.isInstance(object) && !(object instanceof ImageLike)) {"
                                + " return Transfer.shared(type.cast(object), true); }"
                                + " ImageLike image = wrap(object);\n"),
                broken(
                        "S-8",
                        "a standard image forgets what was wrapped",
                        ADAPTERS,
                        "new StandardImage(image, source(image))",
                        "new StandardImage(image, null)"),
                broken(
                        "S-9",
                        "two direct buffers are taken for different memory",
                        "org.imageop.Overlap",
                        "|| (direct && other.direct)",
                        ""),
                broken(
                        "S-9",
                        "the same array is not recognised",
                        "org.imageop.Overlap",
                        "foundations.add(memory.array());",
                        "foundations.add(memory);"),
                broken(
                        "S-9",
                        "what computed samples are made of is not looked into",
                        "org.imageop.Overlap",
                        "base instanceof ImageLike image",
                        "base instanceof ImageLike image && foundations.isEmpty()"),
                broken(
                        "S-9",
                        "of several things that samples are made of, the first counts",
                        "org.imageop.Overlap",
                        "rows.bases().forEach(this::addBase);",
                        "addBase(rows.bases().get(0));"),
                broken(
                        "S-10",
                        "Images.to copies",
                        "org.imageop.Images",
                        "transfer(image, type, Copy.IF_NEEDED).image()",
                        "transfer(image, type, Copy.ALWAYS).image()"),
                broken(
                        "A-1",
                        "images are no images",
                        ADAPTERS,
                        "object instanceof ImageLike || forObject(object) != null",
                        "forObject(object) != null"),
                broken(
                        "A-2",
                        "adapters that failed are not told",
                        ADAPTERS,
                        "for (String failure : found.failures)",
                        "for (String failure : List.<String>of())"),
                broken(
                        "A-3",
                        "the context class loader is not asked",
                        ADAPTERS,
                        "ClassLoader caller = Thread.currentThread().getContextClassLoader();",
                        "ClassLoader caller = own;"),
                broken(
                        "A-3",
                        "the library's own class loader is not asked",
                        ADAPTERS,
                        "load(loader, own)",
                        "load(loader)"),
                broken("A-3", "an adapter is made twice", ADAPTERS, "if (classes.add(next.type()))", "if (true)"),
                broken(
                        "A-4",
                        "the least specific adapter is asked",
                        ADAPTERS,
                        "best.getValue().isAssignableFrom(type)",
                        "type.isAssignableFrom(best.getValue())"),
                broken(
                        "A-5",
                        "the first adapter of a subtype makes a class",
                        ADAPTERS,
                        "if (entry.getValue() == type) {",
                        "if (entry.getValue() == type && first == null) {"),
                broken("A-5", "any adapter makes an Object", ADAPTERS, " && type != Object.class", ""),
                broken(
                        "A-6",
                        "an adapter for a class that is missing breaks the lookup",
                        ADAPTERS,
                        "ServiceConfigurationError | LinkageError | RuntimeException e",
                        "ServiceConfigurationError | RuntimeException e"),
                broken(
                        "T-3",
                        "bytes are written by whole pixels",
                        "org.imageop.RowsBuffer",
                        "if (part.planes == null)",
                        "if (part.rows != null)"),
                broken(
                        "A-6",
                        "an adapter whose constructor asks for images is loaded again and again",
                        ADAPTERS,
                        "LOADING.set(true)",
                        "LOADING.set(false)"),
                broken(
                        "A-8",
                        "an adapter may copy although that is forbidden",
                        ADAPTERS,
                        "(transfer.shared() ? copy == Copy.ALWAYS : copy == Copy.NEVER)",
                        "(transfer.shared() && copy == Copy.ALWAYS)"),
                broken(
                        "A-11",
                        "a planar image's rows are those of luma",
                        "org.imageop.Images",
                        "Line.checkPixels(image.mode());\n        return rows(image, 0);",
                        "return rows(image, 0);"));
    }
}
