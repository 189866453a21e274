/** PNM and PAM. */
@NullMarked
package org.imageop.imageio.formats.netpbm;

import org.jspecify.annotations.NullMarked;
