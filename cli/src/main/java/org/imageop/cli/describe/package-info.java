/** {@code imageop info} and {@code formats}: reports for people and as JSON. */
@NullMarked
package org.imageop.cli.describe;

import org.jspecify.annotations.NullMarked;
