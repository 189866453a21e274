/** Images, layouts and adapters with one mistake each. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.proof.broken;
