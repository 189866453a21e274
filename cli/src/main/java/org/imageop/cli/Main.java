package org.imageop.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code imageop} command. Its exit status is 0 if all was done, 1 if something failed, 2 if the command line was
 * wrong; messages go to standard error, one line each.
 */
@Command(
        name = "imageop",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false,
        versionProvider = Version.class,
        header = "Look into image files, convert them, and watch them pass from library to library.",
        description = "The standard image protocol of PEP 368 on the command line.",
        footer = {"", "Try `imageop tour`, or `imageop COMMAND --help`.", "Exit status: 0 done, 1 failed, 2 wrong use."
        })
public final class Main implements Callable<Integer> {
    private static final int WRONG_USE = 2;

    private final Console console;

    @Spec
    private CommandSpec spec;

    Main(Console console) {
        this.console = console;
    }

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    void verbose(boolean on) {
        console.verbose(on);
    }

    /**
     * Runs the command and exits with its status.
     *
     * @param args the arguments of the command line
     */
    public static void main(String[] args) {
        System.exit(run(Console.ofProcess(), args));
    }

    /** Runs the command in this process and returns its exit status. */
    static int run(Console console, String... args) {
        CommandLine line = new CommandLine(new Main(console))
                .addSubcommand(new TourCommand(console))
                .addSubcommand(new InfoCommand(console))
                .addSubcommand(new ConvertCommand(console))
                .addSubcommand(new BufferCommand(console))
                .addSubcommand(new ShowCommand())
                .addSubcommand(new LiveCommand())
                .addSubcommand(new FormatsCommand(console))
                .addSubcommand(new HelpCommand(console))
                .registerConverter(Path.class, new Words.OfPath())
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(Help.defaultColorScheme(console.ansi()))
                .setUsageHelpWidth(100)
                .setExecutionStrategy(Main::execute)
                .setParameterExceptionHandler((e, unused) -> wrongUse(console, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(console, e));
        int status;
        try {
            status = line.execute(args);
        } catch (OutOfMemoryError e) {
            status = failed(console, e);
        }
        return console.finish(status);
    }

    private static int execute(ParseResult parsed) {
        Object command =
                parsed.hasSubcommand() ? parsed.subcommand().commandSpec().userObject() : null;
        if (!(command instanceof OpensWindow)) {
            // a display that cannot be reached must not matter
            System.setProperty("java.awt.headless", "true");
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err(), Help.defaultColorScheme(Help.Ansi.OFF));
        return WRONG_USE;
    }

    private static int wrongUse(Console console, ParameterException problem) {
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        String message =
                problem instanceof UnmatchedArgumentException unmatched ? message(unmatched) : problem.getMessage();
        // picocli's preamble says less than the options' own messages
        message = message.replaceFirst("^Invalid value for option '([^']+)'(?: \\([^)]*\\))?: ", "$1: ")
                .replaceFirst("^Invalid value for positional parameter at index \\S+ \\(([^)]*)\\): ", "$1: ");
        // one pointer is enough, and --help is about this very command
        message = message.replaceFirst(" \\[errors\\.md#[-\\w]+\\]$", "");
        console.say(message + " (see " + command.qualifiedName() + " --help)");
        console.trace(problem);
        return WRONG_USE;
    }

    private static String message(UnmatchedArgumentException problem) {
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        String word = problem.getUnmatched().get(0);
        if (word.startsWith("-")) {
            return "there is no option " + word
                    + Near.question(word, command.optionsMap().keySet());
        }
        if (command.subcommands().isEmpty()) {
            return "there is no place for the argument \"" + word + "\"";
        }
        return noCommand(command, word);
    }

    private static String noCommand(CommandSpec parent, String word) {
        return "there is no command \"" + word + "\""
                + Near.question(word, parent.subcommands().keySet());
    }

    /** A command of a given name; that there is none is wrong use. */
    static CommandLine subcommand(CommandLine parent, String name) {
        CommandLine found = parent.getSubcommands().get(name);
        if (found == null) {
            throw new ParameterException(parent, noCommand(parent.getCommandSpec(), name));
        }
        return found;
    }

    private static int failed(Console console, Throwable problem) {
        if (console.caused(problem)) {
            return 0;
        }
        console.out().flush();
        console.say(problem);
        return 1;
    }
}
