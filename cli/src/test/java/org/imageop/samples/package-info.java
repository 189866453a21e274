/** Renders the sample pictures of the command; see {@link org.imageop.samples.SamplePictures}. */
@NullMarked
package org.imageop.samples;

import org.jspecify.annotations.NullMarked;
