/** The rules of adapters: what is tried on wrapping, on handing on, and on the adapter itself. */
package org.imageop.tck.adapter;
