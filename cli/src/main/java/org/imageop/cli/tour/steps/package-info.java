/** The steps of the tour, one class for each. */
@NullMarked
package org.imageop.cli.tour.steps;

import org.jspecify.annotations.NullMarked;
