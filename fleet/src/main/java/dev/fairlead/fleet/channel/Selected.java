package dev.fairlead.fleet.channel;

/**
 * A channel that source text selects: {@code pipes.backup-targets}.
 *
 * @param channel its name
 * @param offset of the selection in the source
 */
record Selected(String channel, int offset) {}
