/** Neural networks that take images, and return classes or images, by ONNX Runtime. */
@org.jspecify.annotations.NullMarked
package org.imageop.examples.onnx;
