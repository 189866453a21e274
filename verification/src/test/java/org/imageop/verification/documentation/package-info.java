/** Checks that the documents are true: code, messages, links and ids. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.documentation;
