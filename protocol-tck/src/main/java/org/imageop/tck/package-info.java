/**
 * The contract of the protocol as tests: {@link org.imageop.tck.ImageContract}, {@link
 * org.imageop.tck.ImageKindsContract}, {@link org.imageop.tck.LayoutContract} and {@link
 * org.imageop.tck.AdapterContract} for JUnit, {@link org.imageop.tck.Kit} for everybody else.
 *
 * <p>Every check starts from single bytes of {@code buffer()}, which it trusts. Otherwise it uses only
 * the methods that its rule is about. So a broken method fails its own rule and no other.
 */
package org.imageop.tck;
