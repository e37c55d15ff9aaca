package dev.fairlead.cli.why;

import dev.fairlead.fleet.finding.Finding;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What {@code why} says about one thing; it writes itself. */
public interface Answer {
    /** The id of what was asked about. */
    String subject();

    /** What was asked: the {@code kind} of the JSON form. */
    String kind();

    /** What is wrong with it; written after the answer. */
    List<Finding> findings();

    /** Writes the answer for people; nothing where the findings say it all. */
    void write(AnswerText text);

    /** Writes the properties of the JSON form that follow {@code subject} and {@code kind}. */
    void write(JsonGenerator json);
}
