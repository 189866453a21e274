/** Images whose samples the tests place and read by their own means, on the kit's own idea of an image. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.model;
