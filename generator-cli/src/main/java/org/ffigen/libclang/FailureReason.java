package org.ffigen.libclang;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Turns an exception into words for a user: the JDK's own messages are often only a path, or missing. */
final class FailureReason {
    private FailureReason() {
    }

    static String of(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException e -> e.getFile() + " does not exist";
            case AccessDeniedException e -> "no permission for " + e.getFile();
            case FileSystemException e when e.getReason() == null -> kind(e) + ": " + e.getFile();
            default -> firstMessage(failure);
        };
    }

    private static String firstMessage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                return cause == failure ? cause.getMessage() : kind(failure) + ": " + cause.getMessage();
            }
        }
        return failure.getCause() == null ? kind(failure) : kind(failure) + ": " + kind(failure.getCause());
    }

    private static String kind(Throwable failure) {
        return failure.getClass().getSimpleName().replaceFirst("Exception$", "");
    }
}
