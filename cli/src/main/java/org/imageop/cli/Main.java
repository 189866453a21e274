package org.imageop.cli;

import org.imageop.imageio.Formats;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Placeholder. */
@Command(name = "imageop", mixinStandardHelpOptions = true, version = "imageop 0.1.0-SNAPSHOT")
public final class Main implements Runnable {
    private Main() {}

    /**
     * Runs the command and exits with its status.
     *
     * @param args the arguments of the command line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    @Command(description = "Placeholder.")
    void tour() {
        System.out.println("readable: " + Formats.readable());
    }
}
