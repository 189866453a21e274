package org.imageop.cli.command;

import java.util.concurrent.Callable;
import org.imageop.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands have in common. A subclass adds its name, its options, and {@link #call}, which returns the exit status. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false,
        versionProvider = VersionInfo.class)
public abstract class CliCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    /** A command that writes to a console. */
    protected CliCommand(Console console) {
        this.console = console;
    }

    /** Whether the command opens windows. All others run without a display. */
    public boolean needsDisplay() {
        return false;
    }

    /** Where the command writes. */
    protected final Console console() {
        return console;
    }

    /** The command as picocli sees it. */
    protected final CommandSpec spec() {
        return spec;
    }

    /** To throw when another command line would help; exit status 2. */
    protected final ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
