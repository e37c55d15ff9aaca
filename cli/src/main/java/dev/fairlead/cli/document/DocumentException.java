package dev.fairlead.cli.document;

/** A document is not what it should be. The message says what is wrong, and goes on after the name of the file. */
public final class DocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    DocumentException(String message) {
        super(message);
    }
}
