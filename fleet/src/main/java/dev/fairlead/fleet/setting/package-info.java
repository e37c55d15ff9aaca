/**
 * Settings: the schema of an aspect, the layers that define its fields, and how the definitions of one field become one
 * value. Scopes are known here and services are not: what is decided here decides, among other things, which services
 * there are. {@link dev.fairlead.fleet.setting.Schema} is also what other typed data is checked with.
 */
@NullMarked
package dev.fairlead.fleet.setting;

import org.jspecify.annotations.NullMarked;
