@NullMarked
package dev.fairlead.viewer.http;

import org.jspecify.annotations.NullMarked;
