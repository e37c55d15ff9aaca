package dev.fairlead.fleet.rule;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.Supplier;

/** The tags of a fact, for selectors: whoever looks for one of them reads that one only. */
final class Tags extends AbstractCollection<String> {
    private final Supplier<? extends Collection<String>> tags;
    private final String where;
    private final Observer observer;

    /** @param tags computed when something looks for one */
    Tags(Supplier<? extends Collection<String>> tags, String where, Observer observer) {
        this.tags = tags;
        this.where = where;
        this.observer = observer;
    }

    @Override
    public boolean contains(Object tag) {
        observer.read(new Topic(Topic.Kind.TAG, String.valueOf(tag), where));
        return tags.get().contains(tag);
    }

    @Override
    public Iterator<String> iterator() {
        observer.read(new Topic(Topic.Kind.TAG, null, where));
        return tags.get().iterator();
    }

    @Override
    public int size() {
        observer.read(new Topic(Topic.Kind.TAG, null, where));
        return tags.get().size();
    }
}
