package dev.fairlead.cli;

import dev.fairlead.cli.report.SourceLines;
import dev.fairlead.fleet.Resolution;

/** A fleet that was read and resolved, and the text of the files that its findings name. */
record Fleet(Resolution resolution, SourceLines sources) {}
