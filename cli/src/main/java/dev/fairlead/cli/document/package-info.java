/**
 * Reads documents again that Fairlead wrote: baselines, resolutions. What is damaged, or was written by a later version, is
 * refused with a sentence that names the place in the document.
 */
@NullMarked
package dev.fairlead.cli.document;

import org.jspecify.annotations.NullMarked;
