package dev.fairlead.cli;

import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.lock.LockChanges;
import dev.fairlead.cli.lock.LockFile;
import dev.fairlead.fleet.claim.Lock;
import dev.fairlead.fleet.claim.Locked;
import java.io.IOException;
import java.util.List;

/** {@code fairlead lock}: keeps the ports that Fairlead chose from moving. */
final class LockCommand implements Command {
    private static final Option CHECK = Option.flag("--check", "changes nothing; exits with 1 if it would");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "lock",
                "writes the ports that Fairlead chose to " + Lock.FILE,
                List.of(),
                List.of(CHECK),
                StandardOptions.ofFleet(),
                "fairlead lock -C examples/ports --check");
    }

    @Override
    public int run(Call call) {
        Fleet fleet = call.changeableFleetOfOption();
        LockFile file = LockFile.in(fleet.root());
        Locked locked = file.read();
        if (locked instanceof Locked.Unreadable unreadable) {
            throw new UnusableInputException(unreadable.finding().message());
        }
        Lock next = Lock.of(fleet.resolution(), locked.lock());
        LockChanges changes = LockChanges.between(locked.lock(), next);
        call.console().out().print(changes.text());
        boolean checks = call.arguments().has(CHECK);
        if (!checks && !changes.none()) {
            write(file, next);
        }
        int done = call.done(fleet);
        return checks && (!changes.none() || fleet.resolution().hasErrors()) ? ExitCode.ERRORS : done;
    }

    private static void write(LockFile file, Lock lock) {
        try {
            file.write(lock);
        } catch (IOException failure) {
            throw new UnusableInputException(Lock.FILE + " cannot be written: " + failure.getMessage());
        }
    }
}
