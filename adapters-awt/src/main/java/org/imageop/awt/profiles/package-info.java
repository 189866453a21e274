/** Colour management on java.awt.color, and ICC profiles that the JDK lacks. */
@org.jspecify.annotations.NullMarked
package org.imageop.awt.profiles;
