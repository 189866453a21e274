/** The rules of layouts: samples are written by their owner and read through the layout, and vice versa. */
package org.imageop.tck.layout;
