/** What an author writes for the kit: sources of what is tested, and what they declare of it. */
package org.imageop.tck.source;
