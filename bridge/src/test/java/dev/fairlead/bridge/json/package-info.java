/** Tests of reading JSON. */
@NullMarked
package dev.fairlead.bridge.json;

import org.jspecify.annotations.NullMarked;
