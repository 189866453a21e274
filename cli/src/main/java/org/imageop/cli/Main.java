package org.imageop.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.imageop.cli.command.CliCommand;
import org.imageop.cli.command.Converters;
import org.imageop.cli.console.Console;
import org.imageop.cli.convert.BufferCommand;
import org.imageop.cli.convert.ConvertCommand;
import org.imageop.cli.convert.PaletteCommand;
import org.imageop.cli.describe.FormatsCommand;
import org.imageop.cli.describe.InfoCommand;
import org.imageop.cli.tour.TourCommand;
import org.imageop.cli.window.LiveCommand;
import org.imageop.cli.window.ShowCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The {@code imageop} command. Its exit status is 0 if all was done, 1 if something failed, 2 if the command line was
 * wrong; messages go to standard error, one line each.
 */
@Command(
        name = "imageop",
        header = "Look into image files, convert them, and watch them pass from library to library.",
        description = "The standard image protocol of PEP 368 on the command line.",
        footer = {"", "Try `imageop tour`, or `imageop COMMAND --help`.", "Exit status: 0 done, 1 failed, 2 wrong use."
        })
public final class Main extends CliCommand {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private Main(Console console) {
        super(console);
    }

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    void verbose(boolean on) {
        console().verbose(on);
    }

    /**
     * Runs the command and exits with its status.
     *
     * @param args the arguments of the command line
     */
    public static void main(String[] args) {
        System.exit(run(Console.ofProcess(), args));
    }

    /** All commands, in the order in which help lists them. */
    private static final Map<String, Function<Console, CliCommand>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("tour", TourCommand::new);
        COMMANDS.put("info", InfoCommand::new);
        COMMANDS.put("convert", ConvertCommand::new);
        COMMANDS.put("palette", PaletteCommand::new);
        COMMANDS.put("buffer", BufferCommand::new);
        COMMANDS.put("show", ShowCommand::new);
        COMMANDS.put("live", LiveCommand::new);
        COMMANDS.put("formats", FormatsCommand::new);
        COMMANDS.put("help", HelpCommand::new);
    }

    /** The command that comes first among the arguments; all, which takes longer to start, if none does or help wants all. */
    private static Set<String> needed(String... args) {
        boolean one = args.length > 0 && !args[0].equals("help") && COMMANDS.containsKey(args[0]);
        return one ? Set.of(args[0]) : COMMANDS.keySet();
    }

    /** Runs the command in this process and returns its exit status. */
    static int run(Console console, String... args) {
        CommandLine line = new CommandLine(new Main(console));
        for (String name : needed(args)) {
            line.addSubcommand(name, COMMANDS.get(name).apply(console));
        }
        line.registerConverter(Path.class, new Converters.OfPath())
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(Help.defaultColorScheme(console.ansi()))
                .setUsageHelpWidth(Console.WIDTH)
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
        CliCommand command = (CliCommand) parsed.asCommandLineList()
                .get(parsed.asCommandLineList().size() - 1)
                .getCommand();
        if (!command.needsDisplay()) {
            // a display that cannot be reached must not matter
            System.setProperty("java.awt.headless", "true");
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(console().err(), Help.defaultColorScheme(Help.Ansi.OFF));
        return WRONG_USE;
    }

    private static int wrongUse(Console console, ParameterException problem) {
        console.report(WrongUse.message(problem));
        console.trace(problem);
        return WRONG_USE;
    }

    private static int failed(Console console, Throwable problem) {
        if (console.caused(problem)) {
            return 0;
        }
        console.out().flush();
        console.report(problem);
        return FAILED;
    }
}
