/** Views and their limits. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.library.views;
