/** What happens to every kind of image on the way to every class that an adapter makes. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.matrix;
