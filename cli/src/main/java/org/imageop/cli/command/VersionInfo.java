package org.imageop.cli.command;

import java.lang.module.ModuleDescriptor;
import picocli.CommandLine.IVersionProvider;

/** The version of the running jar, and of Java. */
public final class VersionInfo implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"imageop " + own() + " (Java " + Runtime.version().feature() + ")"};
    }

    /** The module knows it on the module path, the manifest on the class path; classes outside of a jar have none. */
    private static String own() {
        ModuleDescriptor module = VersionInfo.class.getModule().getDescriptor();
        String version = module == null
                ? VersionInfo.class.getPackage().getImplementationVersion()
                : module.rawVersion().orElse(null);
        return version == null ? "development" : version;
    }
}
