/**
 * Requests and replies on loopback: who may ask, what a request says, and the headers of every reply. Knows no fleet.
 */
@NullMarked
package dev.fairlead.viewer.http;

import org.jspecify.annotations.NullMarked;
