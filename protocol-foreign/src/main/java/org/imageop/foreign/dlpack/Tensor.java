package org.imageop.foreign.dlpack;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code DLTensor} tells, of memory that the CPU reaches.
 *
 * @param address where the first sample of the first row lies
 * @param type what each number is
 * @param shape how many rows, columns and, with more than one component or if told, channels
 * @param strides the distances between their neighbours, in numbers
 * @param readOnly whether the memory must not be written
 */
record Tensor(long address, Type type, List<Long> shape, List<Long> strides, boolean readOnly) {

    /**
     * A kind of numbers.
     *
     * @param code 0 for signed integers, 1 for unsigned ones, 2 for floating point, as {@code DLDataTypeCode} has them
     * @param bits how many bits a number has
     */
    record Type(int code, int bits) {
        static final int SIGNED = 0;
        static final int UNSIGNED = 1;
        static final int FLOAT = 2;
        private static final int BOOL = 6;

        int bytes() {
            return bits / Byte.SIZE;
        }

        /** The element of a plane of such numbers, if planes have them. */
        Optional<ValueLayout> element() {
            if (code == FLOAT) {
                return bits == 32 ? Optional.of(ValueLayout.JAVA_FLOAT_UNALIGNED) : Optional.empty();
            } else if (code != SIGNED && code != UNSIGNED) {
                return Optional.empty();
            }
            return switch (bits) {
                case 8 -> Optional.of(ValueLayout.JAVA_BYTE);
                case 16 -> Optional.of(ValueLayout.JAVA_SHORT_UNALIGNED);
                case 32 -> Optional.of(ValueLayout.JAVA_INT_UNALIGNED);
                default -> Optional.empty();
            };
        }

        /** As NumPy names it. */
        @Override
        public String toString() {
            return switch (code) {
                case SIGNED -> "int" + bits;
                case UNSIGNED -> "uint" + bits;
                case FLOAT -> "float" + bits;
                case BOOL -> "bool";
                default -> "numbers of code " + code + " and " + bits + " bits";
            };
        }
    }
}
