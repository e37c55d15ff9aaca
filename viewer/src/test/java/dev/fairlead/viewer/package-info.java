@NullMarked
package dev.fairlead.viewer;

import org.jspecify.annotations.NullMarked;
