/** Tests of reading what den-diagram writes. */
@NullMarked
package dev.fairlead.bridge.den;

import org.jspecify.annotations.NullMarked;
