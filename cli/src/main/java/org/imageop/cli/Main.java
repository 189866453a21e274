package org.imageop.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.jspecify.annotations.Nullable;
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
        COMMANDS.put(TourCommand.NAME, TourCommand::new);
        COMMANDS.put(InfoCommand.NAME, InfoCommand::new);
        COMMANDS.put(ConvertCommand.NAME, ConvertCommand::new);
        COMMANDS.put(PaletteCommand.NAME, PaletteCommand::new);
        COMMANDS.put(BufferCommand.NAME, BufferCommand::new);
        COMMANDS.put(ShowCommand.NAME, ShowCommand::new);
        COMMANDS.put(LiveCommand.NAME, LiveCommand::new);
        COMMANDS.put(FormatsCommand.NAME, FormatsCommand::new);
        COMMANDS.put(HelpCommand.NAME, HelpCommand::new);
    }

    /** The command that comes first among the arguments; all, which takes longer to start, if none does or help wants all. */
    private static Set<String> needed(String... args) {
        boolean one = args.length > 0 && !args[0].equals(HelpCommand.NAME) && COMMANDS.containsKey(args[0]);
        return one ? Set.of(args[0]) : COMMANDS.keySet();
    }

    /** Runs the command in this process and returns its exit status. */
    static int run(Console console, String... args) {
        int status;
        try {
            InfoCommand info = plainInfo(console, args);
            status = info == null ? parsed(console, args) : run(console, info);
        } catch (OutOfMemoryError e) {
            status = failed(console, e);
        }
        return console.finish(status);
    }

    /**
     * {@code imageop info} of files without options, which needs no parser. The parser takes as long to start as all the rest: its
     * class files are so old that no VM keeps them in a record.
     *
     * @return null if the arguments have to be parsed
     */
    private static @Nullable InfoCommand plainInfo(Console console, String... args) {
        if (args.length < 2 || !args[0].equals(InfoCommand.NAME)) {
            return null;
        }
        List<Path> files = new ArrayList<>();
        for (String file : Arrays.asList(args).subList(1, args.length)) {
            if (file.isEmpty() || file.startsWith("-") || file.startsWith("@")) {
                return null;
            }
            try {
                files.add(Path.of(file));
            } catch (InvalidPathException e) {
                return null; // the parser reports it
            }
        }
        return new InfoCommand(console, files);
    }

    private static int run(Console console, InfoCommand info) {
        withoutDisplay();
        try {
            return info.call();
        } catch (IOException | RuntimeException e) {
            return failed(console, e);
        }
    }

    private static int parsed(Console console, String... args) {
        System.setProperty(
                "picocli.converters.excludes", "java.*"); // types that no argument has, and that take long to find
        CommandLine line = new CommandLine(new Main(console));
        for (String name : needed(args)) {
            line.addSubcommand(name, COMMANDS.get(name).apply(console));
        }
        return line.registerConverter(Path.class, new Converters.OfPath())
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(Help.defaultColorScheme(console.ansi()))
                .setUsageHelpWidth(Console.WIDTH)
                .setExecutionStrategy(Main::execute)
                .setParameterExceptionHandler((e, unused) -> wrongUse(console, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(console, e))
                .execute(args);
    }

    private static int execute(ParseResult parsed) {
        CliCommand command = (CliCommand) parsed.asCommandLineList()
                .get(parsed.asCommandLineList().size() - 1)
                .getCommand();
        if (!command.needsDisplay()) {
            withoutDisplay();
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** A display that cannot be reached must not matter. */
    private static void withoutDisplay() {
        System.setProperty("java.awt.headless", "true");
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
