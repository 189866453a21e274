/** Sharing, transfers, the lookup of adapters, threads, limits and errors. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.library.sharing;
