/** SWT's ImageData as an image of the protocol: {@link org.imageop.Images} finds the adapter by itself. */
@NullMarked
package org.imageop.examples.swt;

import org.jspecify.annotations.NullMarked;
