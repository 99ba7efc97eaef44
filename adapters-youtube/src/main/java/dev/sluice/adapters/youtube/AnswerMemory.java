package dev.sluice.adapters.youtube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers that this process has received last, each with its entity tag: an answer that has not changed need not be
 * sent nor read again. Of more than its size it forgets what was used longest ago. Safe for use by many threads.
 */
final class AnswerMemory<T> {

    private final Map<List<Object>, Answer<T>> answers;

    AnswerMemory(int size) {
        answers = new Bounded<>(size);
    }

    synchronized Optional<Answer<T>> find(List<Object> question) {
        return Optional.ofNullable(answers.get(question));
    }

    synchronized void keep(List<Object> question, Answer<T> answer) {
        answers.put(question, answer);
    }

    /** An answer, immutable, and its entity tag as it is sent, quotes included. */
    record Answer<T>(String etag, Listing<T> listing) {}

    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        private final int size;

        private Bounded(int size) {
            super(16, 0.75f, true);
            this.size = size;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > size;
        }
    }
}
