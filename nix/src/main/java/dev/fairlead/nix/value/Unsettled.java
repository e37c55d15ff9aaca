package dev.fairlead.nix.value;

/** A promise that is computed again whenever it is needed: of an answer that changes, or where each reading counts. */
public abstract class Unsettled extends Promise {
    @Override
    final Value settle() {
        return compute().force();
    }
}
