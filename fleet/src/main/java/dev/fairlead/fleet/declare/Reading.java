package dev.fairlead.fleet.declare;

/** What all readers of declarations share. */
record Reading(Places places, EvaluationFindings errors, Findings findings) {}
