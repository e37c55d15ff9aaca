/**
 * How findings, resolutions, plans and explanations are written, as text and as JSON. The formats are described in
 * {@code docs/formats.md}; the writers only arrange what the resolution says.
 */
@NullMarked
package dev.fairlead.cli.report;

import org.jspecify.annotations.NullMarked;
