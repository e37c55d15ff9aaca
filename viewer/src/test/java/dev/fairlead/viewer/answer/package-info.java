@NullMarked
package dev.fairlead.viewer.answer;

import org.jspecify.annotations.NullMarked;
