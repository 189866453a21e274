import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A container of OSGi, in which the bundle of the protocol finds the adapter of AWT in another bundle. Arguments: a folder for what
 * the container keeps, and the jars that are bundles, or go with them.
 */
public final class Bundles {
    private Bundles() {}

    public static void main(String[] arguments) throws Exception {
        Framework container = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of("org.osgi.framework.storage", arguments[0]));
        container.start();
        try {
            List<Bundle> bundles = new ArrayList<>();
            for (String jar : List.of(arguments).subList(1, arguments.length)) {
                bundles.add(container
                        .getBundleContext()
                        .installBundle(Path.of(jar).toUri().toString()));
            }
            for (Bundle bundle : bundles) {
                start(bundle);
            }
            Object found = bundles.stream()
                    .filter(bundle -> "imageop-protocol-api".equals(bundle.getSymbolicName()))
                    .findFirst()
                    .orElseThrow()
                    .loadClass("org.imageop.Images")
                    .getMethod("of", Object.class)
                    .invoke(null, new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB));
            System.out.println(bundles.size() + " bundles, " + found);
        } finally {
            container.stop();
            container.waitForStop(0);
        }
    }

    private static void start(Bundle bundle) throws BundleException {
        bundle.start();
        if (bundle.getState() != Bundle.ACTIVE) {
            throw new IllegalStateException(bundle + " is not active");
        }
    }
}
