package dev.fairlead.nix.eval;

import java.util.concurrent.ConcurrentHashMap;

/**
 * What was computed of the sources of one evaluation, which never change: a fleet that is resolved again after an edit need
 * not read the other files again. Nothing is forgotten, so what is kept of a source should be smaller than its tree. Safe
 * for use by several threads, which may compute the same thing twice.
 */
public final class Memo {
    private final ConcurrentHashMap<Question<?>, Object> known = new ConcurrentHashMap<>();

    /** Something that has one answer. Equal questions have equal answers. */
    public interface Question<T> {
        T answer();
    }

    /** The answer, which is computed when the question is first asked. */
    @SuppressWarnings("unchecked")
    public <T> T of(Question<T> question) {
        Object answer = known.get(question);
        if (answer == null) {
            answer = question.answer();
            known.put(question, answer);
        }
        return (T) answer;
    }
}
