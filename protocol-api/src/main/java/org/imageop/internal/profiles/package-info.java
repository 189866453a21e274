/** What the header of an ICC profile tells: which modes it fits. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.profiles;
