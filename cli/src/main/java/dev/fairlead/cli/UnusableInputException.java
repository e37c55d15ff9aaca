package dev.fairlead.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Input cannot be read at all; the message is one sentence that names it. */
final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableInputException(String message) {
        super(message, null, false, false);
    }

    /** A file that could not be read, and why, which the exceptions of the JDK say in the name of their class. */
    static UnusableInputException unreadable(String file, IOException failed) {
        String reason = switch (failed) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "it may not be read";
            case CharacterCodingException _ -> "it is no text";
            default -> String.valueOf(failed.getMessage());
        };
        return new UnusableInputException(file + " cannot be read: " + reason);
    }
}
