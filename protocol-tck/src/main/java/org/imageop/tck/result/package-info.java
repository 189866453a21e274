/** What comes of a check. */
package org.imageop.tck.result;
