/** Rules of colours: profiles, conversion between them, and what is lost on the way. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.library.colors;
