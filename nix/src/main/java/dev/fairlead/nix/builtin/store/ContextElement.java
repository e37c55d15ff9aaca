package dev.fairlead.nix.builtin.store;

/** One element of a string's context, taken apart; the encodings are those of {@code StringContext}. */
public sealed interface ContextElement {
    /** The store path it is about. */
    String path();

    /** As {@code StringContext} holds it. */
    String encoded();

    /** A store path that is needed itself. */
    record Plain(String path) implements ContextElement {
        @Override
        public String encoded() {
            return path;
        }
    }

    /** A derivation with all that was used to make it and all its outputs. */
    record Deep(String path) implements ContextElement {
        @Override
        public String encoded() {
            return "=" + path;
        }
    }

    /** One output of a derivation. */
    record Built(String path, String output) implements ContextElement {
        @Override
        public String encoded() {
            return "!" + output + "!" + path;
        }
    }

    static ContextElement decode(String element) {
        if (element.startsWith("=")) {
            return new Deep(element.substring(1));
        }
        if (element.startsWith("!")) {
            int end = element.indexOf('!', 1);
            return new Built(element.substring(end + 1), element.substring(1, end));
        }
        return new Plain(element);
    }
}
