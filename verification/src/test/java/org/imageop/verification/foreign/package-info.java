/** A foreign class and its whole adapter. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.foreign;
