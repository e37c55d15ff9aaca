/** Tests of {@code dev.fairlead.scope}. */
@NullMarked
package dev.fairlead.scope;

import org.jspecify.annotations.NullMarked;
