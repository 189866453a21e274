/** Modes into modes, resizing and copies, against the formulas of SPEC.md, written a second time. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.library.conversion;
