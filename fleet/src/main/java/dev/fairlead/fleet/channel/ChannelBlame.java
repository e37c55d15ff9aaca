package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.References;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.setting.Blame;
import dev.fairlead.fleet.setting.Contribution;
import dev.fairlead.fleet.setting.Field;
import dev.fairlead.fleet.setting.Mismatch;
import dev.fairlead.nix.value.Symbol;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with an item: blames the aspect that emits it, and shows the type of the channel. */
final class ChannelBlame implements Blame {
    private static final String NARROWER =
            "gather by a selector that does not match it, or emit what the channel is for";

    private final String channel;
    private final String emitter;
    private final String into;
    private final boolean contributed;
    private final @Nullable Place emitted;
    private final @Nullable Place type;
    private final References references;
    private final Places places;

    /**
     * @param origin what makes the aspect emit
     * @param emitted where the item is written
     * @param type where the type is written
     */
    ChannelBlame(
            String channel,
            String aspect,
            Emission.Origin origin,
            @Nullable Place emitted,
            @Nullable Place type,
            References references,
            Places places) {
        this.references = references;
        this.channel = channel;
        this.contributed = origin == Emission.Origin.CONTRIBUTION;
        this.emitter = aspect + (contributed ? ", gathered for its state, contributes" : " emits");
        this.into = (contributed ? " to the channel " : " into the channel ") + channel;
        this.emitted = emitted;
        this.type = type;
        this.places = places;
    }

    @Override
    public Finding wrongType(@Nullable Field field, Mismatch mismatch, String layer) {
        String part = mismatch.part().isEmpty() ? "" : " data" + mismatch.part() + " =";
        return finding(
                emitter + part + " " + Blame.excerpt(mismatch.found()) + into + ", but by den.channels." + channel
                        + ".type " + mismatch.demand() + ".",
                places.at(mismatch.position()),
                references.correction(mismatch.demand(), mismatch.found()));
    }

    @Override
    public Finding refused(Field field, String message, Contribution by) {
        return finding(emitter + into + " what its type refuses: " + message, places.at(by.position()));
    }

    @Override
    public Finding missing(Field field) {
        return finding(emitter + " nothing" + into + ".", emitted);
    }

    @Override
    public Finding unknown(List<Symbol> path, int position, String layer, Collection<String> known) {
        return finding(
                emitter + " " + Blame.text(path) + into + ", which its type does not have.", places.at(position));
    }

    private Finding finding(String message, @Nullable Place at) {
        return finding(message, at, null);
    }

    private Finding finding(String message, @Nullable Place at, @Nullable String fix) {
        return Finding.of(FindingId.CHANNEL_TYPE, message)
                .at(at == null ? emitted : at)
                .related(type == null ? List.of() : List.of(new Related("the type of the channel", type)))
                .fix(fix == null && contributed ? NARROWER : fix)
                .build();
    }
}
