/** What is written about the library is true: code, messages, links and ids. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.documentation;
