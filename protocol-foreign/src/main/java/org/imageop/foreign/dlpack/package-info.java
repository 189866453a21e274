/**
 * Images as tensors of DLPack, and vice versa: memory that NumPy, PyTorch, JAX and others see in the same process, without a copy.
 *
 * <pre>{@code
 * ExportedTensor tensor = TensorExport.to(TensorStruct.VERSIONED).run(image).image();
 * consume(tensor.pointer());                  // a function of C's, which calls the deleter when it is done
 *
 * try (ImportedTensor given = ImportedTensor.of(TensorStruct.VERSIONED, pointer, Mode.RGB)) {
 *     ImageFiles.write(given.image(), file);  // NumPy's own memory
 * }
 * }</pre>
 *
 * <p>A tensor has rows, columns and channels, strides and one type of numbers. It has no mode, no colours, no range: the caller says what
 * its numbers mean. For Python, {@code org/imageop/foreign/imageop.py} in this jar does both.
 */
@NullMarked
package org.imageop.foreign.dlpack;

import org.jspecify.annotations.NullMarked;
