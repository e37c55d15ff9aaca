/**
 * What is different between two resolutions: data, computed here and written elsewhere. Places do not count: a fleet whose
 * files were moved around is the same fleet.
 */
@NullMarked
package dev.fairlead.diagram.diff;

import org.jspecify.annotations.NullMarked;
