/** The contracts on images, layouts and adapters of many kinds. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.contracts;
