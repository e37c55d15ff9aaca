package dev.fairlead.fleet.channel;

/**
 * A channel that source text selects: {@code pipes.backup-targets}.
 *
 * @param channel its name
 * @param offset of the selection in the source
 * @param certain false for a name that {@code with} may bring in: it is a channel if there is one of the name
 */
record Selected(String channel, int offset, boolean certain) {}
