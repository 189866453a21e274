package org.imageop.awt.profiles;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;

/** The colour space of a profile, and the profile's own bytes: those that AWT returns may differ in what has no meaning. */
public final class ProfileSpace extends ICC_ColorSpace {
    private static final long serialVersionUID = 1L;

    private final byte[] profile;

    /**
     * The colour space of a profile.
     *
     * @throws IllegalArgumentException if AWT cannot read it
     */
    public ProfileSpace(byte[] profile) {
        super(ICC_Profile.getInstance(profile));
        this.profile = profile;
    }

    /** The bytes of the profile of a colour space. */
    public static byte[] bytes(ICC_ColorSpace space) {
        return space instanceof ProfileSpace own
                ? own.profile
                : space.getProfile().getData();
    }
}
