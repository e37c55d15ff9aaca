/** The command line: commands, their options, and how findings are printed. Decides nothing about a fleet. */
@NullMarked
package dev.fairlead.cli;

import org.jspecify.annotations.NullMarked;
