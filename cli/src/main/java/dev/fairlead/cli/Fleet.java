package dev.fairlead.cli;

import dev.fairlead.cli.report.SourceLines;
import dev.fairlead.fleet.resolution.Resolution;
import java.nio.file.Path;

/**
 * A fleet that was read and resolved, and the text of the files that its findings name.
 *
 * @param root the folder that findings name files relative to
 */
record Fleet(Resolution resolution, SourceLines sources, Path root) {}
