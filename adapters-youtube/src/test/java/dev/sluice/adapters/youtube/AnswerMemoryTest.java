package dev.sluice.adapters.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.youtube.AnswerMemory.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerMemoryTest {

    private static final List<Object> A = List.of("a");
    private static final List<Object> B = List.of("b");
    private static final List<Object> C = List.of("c");

    private final AnswerMemory<String> memory = new AnswerMemory<>(2);

    @Test
    void theLastAnswerIsFound() {
        memory.keep(A, answer("1"));
        memory.keep(A, answer("2"));
        assertThat(memory.find(A)).contains(answer("2"));
        assertThat(memory.find(B)).isEmpty();
    }

    @Test
    void whatWasUsedLongestAgoIsForgotten() {
        memory.keep(A, answer("1"));
        memory.keep(B, answer("1"));
        memory.find(A);
        memory.keep(C, answer("1"));
        assertThat(memory.find(A)).isPresent();
        assertThat(memory.find(B)).isEmpty();
        assertThat(memory.find(C)).isPresent();
    }

    @Test
    void aMemoryWithoutRoomKeepsNothing() {
        AnswerMemory<String> none = new AnswerMemory<>(0);
        none.keep(A, answer("1"));
        assertThat(none.find(A)).isEmpty();
    }

    private static Answer<String> answer(String etag) {
        return new Answer<>(etag, Listing.empty());
    }
}
