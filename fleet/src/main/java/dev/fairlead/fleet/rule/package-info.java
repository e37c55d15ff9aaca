/**
 * Rules: facts of a resolved fleet, the conditions under which a rule fires on one, what it then asks for, and the search
 * for a state in which all rules agree. What rules change is a policy (package {@code policy}); the strata are run
 * again under it, and know nothing of rules.
 */
@NullMarked
package dev.fairlead.fleet.rule;

import org.jspecify.annotations.NullMarked;
