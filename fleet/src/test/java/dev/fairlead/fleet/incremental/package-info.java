@NullMarked
package dev.fairlead.fleet.incremental;

import org.jspecify.annotations.NullMarked;
