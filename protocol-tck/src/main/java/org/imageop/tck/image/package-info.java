/** The rules of images: what is tried on each mode and size that a source declares. */
package org.imageop.tck.image;
