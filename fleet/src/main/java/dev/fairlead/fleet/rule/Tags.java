package dev.fairlead.fleet.rule;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.SequencedSet;

/** The tags of a fact, for selectors: whoever looks for one of them reads that one only. */
final class Tags extends AbstractCollection<String> {
    private final SequencedSet<String> tags;
    private final String where;
    private final Observer observer;

    Tags(SequencedSet<String> tags, String where, Observer observer) {
        this.tags = tags;
        this.where = where;
        this.observer = observer;
    }

    SequencedSet<String> unseen() {
        return tags;
    }

    @Override
    public boolean contains(Object tag) {
        observer.read(new Topic(Topic.Kind.TAG, String.valueOf(tag), where));
        return tags.contains(tag);
    }

    @Override
    public Iterator<String> iterator() {
        observer.read(new Topic(Topic.Kind.TAG, null, where));
        return tags.iterator();
    }

    @Override
    public int size() {
        observer.read(new Topic(Topic.Kind.TAG, null, where));
        return tags.size();
    }
}
