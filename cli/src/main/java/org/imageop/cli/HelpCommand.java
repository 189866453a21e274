package org.imageop.cli;

import org.imageop.cli.command.CliCommand;
import org.imageop.cli.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code imageop help}: the same as {@code --help}. Picocli's own help command has other words and another look. */
@Command(name = HelpCommand.NAME, header = "List the commands, or explain one.")
final class HelpCommand extends CliCommand {
    /** What it is called on the command line. */
    static final String NAME = "help";

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command to explain.")
    private @Nullable String name;

    HelpCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        CommandLine all = spec().commandLine().getParent();
        CommandLine explained = name == null ? all : all.getSubcommands().get(name);
        if (explained == null) {
            throw new ParameterException(all, WrongUse.noCommand(all, name));
        }
        explained.usage(console().out());
        return 0;
    }
}
