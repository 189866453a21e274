/** Planes, layouts, factories and computed samples. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.library.memory;
