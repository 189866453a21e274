/** Checks that every way to an image makes, and their messages. Knows modes and sizes alone. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.checks;
