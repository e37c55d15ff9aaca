/** JSON that remembers where each part of it was written, so that findings can point into it. */
@NullMarked
package dev.fairlead.bridge.json;

import org.jspecify.annotations.NullMarked;
