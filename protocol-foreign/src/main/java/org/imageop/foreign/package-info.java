/**
 * Images on {@link java.lang.foreign.MemorySegment}s: memory of C, mapped files, more than 2 GiB. And functions of C on images:
 * see {@link org.imageop.foreign.ImageCall}.
 *
 * <pre>{@code
 * try (Arena arena = Arena.ofShared(); FileChannel file = FileChannel.open(path, READ)) {
 *     MemorySegment scan = file.map(READ_ONLY, 0, Mode.RGB.length(60_000, 40_000), arena);
 *     StandardImage image = ForeignImages.wrap(Mode.RGB, 60_000, 40_000, scan);
 *     ImageFiles.write(StandardImage.from(image, 600, 400), preview);
 * }
 * }</pre>
 */
@NullMarked
package org.imageop.foreign;

import org.jspecify.annotations.NullMarked;
