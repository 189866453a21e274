/** Output: results, messages, tables, the progress bar, and failures in words for users. Knows no command. */
@NullMarked
package org.imageop.cli.console;

import org.jspecify.annotations.NullMarked;
