/** Runs checks, and has the kit's own idea of an image: numbers, by component, row and column. */
package org.imageop.tck.engine;
