/**
 * Arguments of commands. A command describes its operands and options as data; parsing, the help page and the usage line
 * all come from that one description. Knows nothing of any command.
 */
@NullMarked
package dev.fairlead.cli.args;

import org.jspecify.annotations.NullMarked;
