/** Small random changes of the library, and whether kit and library rules find them: docs/evidence/mutation.md. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.mutation;
