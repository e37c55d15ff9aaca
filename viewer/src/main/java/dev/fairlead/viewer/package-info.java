/**
 * The viewer: a server on loopback that answers the page in {@code viewer/web}, and that page as one file that needs no
 * server. What a fleet is, how it is read and how it is supposed to be otherwise is told to it by {@code cli}.
 */
@NullMarked
package dev.fairlead.viewer;

import org.jspecify.annotations.NullMarked;
