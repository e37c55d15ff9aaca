package dev.fairlead.cli;

import dev.fairlead.cli.args.UsageException;
import dev.fairlead.viewer.LiveFleet;
import dev.fairlead.viewer.answer.Document.Content;
import dev.fairlead.viewer.answer.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A fleet in a place, read again whenever the viewer asks. One thing at a time: the values of a fleet are computed when they
 * are first needed, by whoever needs them.
 */
final class ServedFleet implements LiveFleet {
    private final Path place;
    private final Fleets.Form form;
    private final Fleets fleets;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Alternatives alternatives;
    private @Nullable FollowedFleet followed;
    private @Nullable FileStamps seen;

    ServedFleet(Path place, Fleets.Form form, Fleets fleets) {
        this.place = place;
        this.form = form;
        this.fleets = fleets;
    }

    @Override
    public Content read() throws Refusal {
        if (isDocument()) {
            return document();
        }
        return taking(() -> {
            if (form == Fleets.Form.DEN) {
                return new Content.Fleet(fleets.open(place, form).resolution());
            }
            Alternatives read = form == Fleets.Form.FAIRLEAD ? followed() : fleets.alternatives(place, form);
            alternatives = read;
            return new Content.Fleet(read.fleet().resolution());
        });
    }

    /** Our own kind of fleet need not be read as a whole after each edit. */
    private Alternatives followed() {
        FileStamps now = FileStamps.of(root());
        FollowedFleet fleet = followed;
        if (fleet == null || seen == null) {
            fleet = fleets.follow(place);
            followed = fleet;
        } else {
            fleet.update(now.changedSince(seen));
        }
        seen = now;
        return fleet.now();
    }

    /** The folder under the name that files have in it, links followed. */
    private Path root() {
        try {
            return place.toRealPath();
        } catch (IOException missing) {
            return place;
        }
    }

    /** A file that {@code resolve} or {@code diagram} wrote, rather than a fleet. */
    private boolean isDocument() {
        return form == Fleets.Form.FAIRLEAD && Files.isRegularFile(place);
    }

    private Content document() throws Refusal {
        try {
            return ViewerForms.content(Files.readAllBytes(place));
        } catch (IOException failed) {
            throw Refusal.malformed(place + " cannot be read: " + failed + ".");
        }
    }

    @Override
    public long stamp() {
        return FileStamps.of(place).number();
    }

    @Override
    public boolean isSupposable() {
        return form != Fleets.Form.DEN && !isDocument();
    }

    @Override
    public Supposed suppose(Supposition supposition) throws Refusal {
        return taking(() -> {
            Alternatives known = alternatives;
            if (known == null) {
                throw new UsageException("the fleet has not been read");
            }
            var changes = new dev.fairlead.cli.Supposition(known);
            supposition.without().forEach(changes::without);
            supposition.backend().forEach(changes::backend);
            supposition.set().forEach(changes::set);
            return new Supposed(changes.words(), known.with(changes.changes()));
        });
    }

    /** Does something when nobody else does, and says what goes wrong in a sentence. */
    private <T> T taking(Supplier<T> work) throws Refusal {
        turn.lock();
        try {
            return work.get();
        } catch (UsageException | UnusableInputException wrong) {
            throw Refusal.malformed(ViewerForms.sentence(wrong));
        } catch (StackOverflowError tooDeep) {
            throw Refusal.malformed("The fleet is nested too deeply to be read.");
        } finally {
            turn.unlock();
        }
    }
}
