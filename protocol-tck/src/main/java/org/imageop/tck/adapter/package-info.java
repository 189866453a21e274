/** The rules of adapters: checks of wrapping, of transfers, and of the adapter itself. */
package org.imageop.tck.adapter;
