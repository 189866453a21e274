package org.imageop.verification.samples;

/** The light of the scene, in linear RGB. */
final class Light {
    /** The direction to the sun. */
    static final Vec SUN = new Vec(-0.52, 0.62, 0.60).unit();

    /** The radius of the sun's disc, in radians, softer than the real one. */
    static final double SUN_SIZE = 0.022;

    static final Vec SUNLIGHT = new Vec(2.35, 1.95, 1.45);
    static final Vec SKYLIGHT = new Vec(0.30, 0.37, 0.50);

    /** How much light bends on its way into glass. */
    static final double GLASS = 1.5;

    private Light() {}
}
