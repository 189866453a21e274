/** Proves that each rule is checked: what breaks it fails under it, and under no other. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.proof;
