package dev.fairlead.cli;

import dev.fairlead.cli.args.UsageException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.viewer.LiveFleet;
import dev.fairlead.viewer.answer.Document.Content;
import dev.fairlead.viewer.answer.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A fleet in a place, read again whenever the viewer asks. One thing at a time: the values of a fleet are computed when they
 * are first needed, by whoever needs them.
 */
final class ServedFleet implements LiveFleet {
    /** Large fleets take seconds; what takes longer than this usually has no end. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path place;
    private final Fleets.Form form;
    private final Fleets fleets;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Alternatives alternatives;
    private @Nullable FollowedFleet followed;
    private @Nullable FileStamps seen;

    ServedFleet(Path place, Fleets.Form form, Fleets fleets) {
        this(place, form, fleets, PATIENCE);
    }

    /** @param patience how long what follows from a supposition may be computed */
    ServedFleet(Path place, Fleets.Form form, Fleets fleets, Duration patience) {
        this.place = place;
        this.form = form;
        this.fleets = fleets;
        this.patience = patience;
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
            return new Content.Fleet(readAlternatives().fleet().resolution());
        });
    }

    private Alternatives readAlternatives() {
        Alternatives read = form == Fleets.Form.FAIRLEAD ? followed() : fleets.alternatives(place, form);
        alternatives = read;
        return read;
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
            return supposed(known, supposition);
        });
    }

    private Supposed supposed(Alternatives known, Supposition supposition) {
        Supposed supposed = null;
        try (var _ = Deadline.in(patience, () -> known.stop(outOfPatience()))) {
            var changes = new dev.fairlead.cli.Supposition(known);
            supposition.without().forEach(changes::without);
            supposition.backend().forEach(changes::backend);
            supposition.set().forEach(changes::set);
            supposed = new Supposed(changes.words(), known.with(changes.changes()));
        } catch (UsageException | EvalException failure) {
            if (known.stopped() == null) {
                throw failure;
            }
        }
        String stopped = known.stopped();
        if (supposed != null && stopped == null) {
            return supposed;
        }
        // Nothing can be computed of it any more, by nobody.
        followed = null;
        readAlternatives();
        throw new UnusableInputException("nothing comes of what is supposed: " + stopped);
    }

    private String outOfPatience() {
        return "it was given up after " + patience.toSeconds()
                + " seconds; does a value that it gives, or leads to, ever end?";
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
