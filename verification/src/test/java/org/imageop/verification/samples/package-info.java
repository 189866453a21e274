/** Renders the sample pictures of the command; see {@link org.imageop.verification.samples.SamplePictures}. */
@NullMarked
package org.imageop.verification.samples;

import org.jspecify.annotations.NullMarked;
