package org.imageop.color;

/** What becomes of colours that the other side cannot show. The order is that of ICC, from 0 on. */
public enum RenderingIntent {
    /** All colours move, so that differences between them stay visible: for photographs. */
    PERCEPTUAL,

    /** White becomes white; a colour that the other side lacks becomes the nearest. */
    RELATIVE_COLORIMETRIC,

    /** Vivid colours stay vivid: for charts. */
    SATURATION,

    /** Colours stay as they are measured, white included: for proofs. */
    ABSOLUTE_COLORIMETRIC
}
