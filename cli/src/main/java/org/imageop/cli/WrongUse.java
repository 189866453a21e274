package org.imageop.cli;

import org.imageop.cli.command.DidYouMean;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Messages about a command line that is wrong. */
final class WrongUse {
    private WrongUse() {}

    /** Describes what is wrong, and names the command whose {@code --help} explains it. */
    static String message(ParameterException problem) {
        String message = problem instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                // the options' own messages need no preamble of picocli
                : problem.getMessage()
                        .replaceFirst("^Invalid value for option '([^']+)'(?: \\([^)]*\\))?: ", "$1: ")
                        .replaceFirst("^Invalid value for positional parameter at index \\S+ \\(([^)]*)\\): ", "$1: ");
        // one pointer is enough, and --help is about this very command
        message = message.replaceFirst(" \\[errors\\.md#[-\\w]+\\]$", "");
        return message + " (see " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help)";
    }

    private static String unmatched(UnmatchedArgumentException problem) {
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        String word = problem.getUnmatched().get(0);
        if (word.startsWith("-")) {
            return "there is no option " + word
                    + DidYouMean.question(word, command.optionsMap().keySet());
        }
        return command.subcommands().isEmpty()
                ? "there is no place for the argument \"" + word + "\""
                : noCommand(command.commandLine(), word);
    }

    /** That a command does not exist, and what was perhaps meant. */
    static String noCommand(CommandLine parent, String name) {
        return "there is no command \"" + name + "\""
                + DidYouMean.question(name, parent.getSubcommands().keySet());
    }
}
