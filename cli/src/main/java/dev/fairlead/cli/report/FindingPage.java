package dev.fairlead.cli.report;

import dev.fairlead.fleet.finding.FindingId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The page of a finding in {@code docs/findings}, which the program carries with it.
 *
 * @param title its heading, after the id
 * @param text all of it, in Markdown
 */
public record FindingPage(String title, String text) {
    public static FindingPage of(FindingId id) {
        String resource = "/findings/" + id.text() + ".md";
        try (InputStream page = FindingPage.class.getResourceAsStream(resource)) {
            if (page == null) {
                throw new IllegalStateException("the program was packed without " + resource);
            }
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            String heading = text.substring(0, text.indexOf('\n'));
            return new FindingPage(heading.substring(heading.indexOf(": ") + 2), text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first paragraph below the heading, on one line. */
    public String summary() {
        String body = text.substring(text.indexOf('\n')).stripLeading();
        int end = body.indexOf("\n\n");
        return (end < 0 ? body : body.substring(0, end)).strip().replace('\n', ' ');
    }
}
