package com.example.camera;

import java.util.Optional;
import org.imageop.Mode;
import org.imageop.tck.ImageContract;

class FrameTest extends ImageContract {
    @Override
    public Optional<Frame> image(Mode mode, int width, int height) {
        return mode == Mode.L16 ? Optional.of(new Frame(width, height)) : Optional.empty();
    }
}
