package org.imageop.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What went wrong, in one line for people. */
public final class Problem {
    private Problem() {}

    /** What an exception means to the user. */
    public static String describe(Throwable problem) {
        if (outOfMemory(problem)) {
            return "not enough memory: the heap ends at "
                    + Amounts.bytes(Runtime.getRuntime().maxMemory())
                    + "; allow more, as in IMAGEOP_JAVA_OPTS=-Xmx8g";
        }
        if (problem instanceof FileSystemException e) {
            return describe(e);
        }
        if (problem instanceof InvalidPathException e) {
            return oneLine(e.getInput() + ": " + reason(e));
        }
        String message = problem.getMessage();
        boolean foreseen = problem instanceof IOException
                || problem instanceof CommandFailure
                || problem instanceof IllegalArgumentException
                || problem instanceof UnsupportedOperationException;
        if (foreseen && message != null && !message.isBlank()) {
            return oneLine(CliAdvice.onTheCommandLine(message));
        }
        return oneLine("unexpected " + problem.getClass().getSimpleName() + ", --verbose shows where"
                + (message == null ? "" : ": " + message));
    }

    /** What went wrong with a file, which is named once. */
    public static String describe(Path file, Throwable problem) {
        if (problem instanceof InvalidPathException e) {
            // it may name a temporary file beside this one
            return oneLine(file + ": " + reason(e));
        }
        String message = describe(problem);
        return message.contains(file.toString()) ? message : file + ": " + message;
    }

    private static String describe(FileSystemException e) {
        return oneLine(e.getFile() == null ? reason(e) : e.getFile() + ": " + reason(e));
    }

    private static String reason(InvalidPathException e) {
        return e.getReason().contains("unmappable")
                ? "cannot be named in this locale; set one of UTF-8, as in LC_ALL=C.UTF-8"
                : "cannot be a path: " + e.getReason();
    }

    /** A file that was not written. The exception may name the unfinished file beside it, which no user knows. */
    public static CommandFailure notWritten(Path target, FileSystemException e) {
        String reason = e.getReason();
        boolean advises = reason != null && reason.contains("[errors.md#");
        return new CommandFailure(
                target + ": cannot be written, " + (advises ? CliAdvice.onTheCommandLine(reason) : reason(e)), e);
    }

    /** The file system's message, without the file's name. */
    static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof FileAlreadyExistsException) {
            return "exists already";
        } else if (e instanceof NotDirectoryException) {
            return "is not a folder";
        }
        return e.getReason() == null ? "cannot be read or written" : e.getReason();
    }

    /** Whether memory ran out, however deep that is wrapped. */
    static boolean outOfMemory(Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    /** A text without line breaks and other control characters, which file names and metadata may hold. */
    public static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    }
}
