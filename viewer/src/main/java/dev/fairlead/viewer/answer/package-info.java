/**
 * What the viewer is asked of a document, and the answers: pictures of a part of it with their layout, details, traces,
 * hits of a search. Knows nothing of how questions arrive.
 */
@NullMarked
package dev.fairlead.viewer.answer;

import org.jspecify.annotations.NullMarked;
