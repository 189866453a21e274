/** The rules of the library's own final classes, which no image, layout or adapter can break. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.library;
