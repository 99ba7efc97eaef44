package dev.sluice.adapters.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolBudgetTest {

    private static final OptionalInt NOTHING = OptionalInt.empty();
    private static final Machine TWO_PROCESSORS = new Machine(2, 512L << 20);
    private static final Optional<ServerLimits> HUNDRED = Optional.of(new ServerLimits(100, 3));

    private static PoolBudget budget(Group own, Group others, Optional<ServerLimits> server) {
        return new PoolBudget(own, others, server, TWO_PROCESSORS);
    }

    @Test
    void thePoolsOwnSettingWins() {
        PoolBudget budget = budget(new Group(1, "auto"), new Group(1, "auto"), HUNDRED);

        assertThat(budget.size(OptionalInt.of(7)).connections()).isEqualTo(7);
    }

    @Test
    void aNumberIsTakenAsItIs() {
        assertThat(budget(new Group(1, "33"), new Group(1, "20"), HUNDRED).size(NOTHING))
                .isEqualTo(new PoolSize(33, "as configured"));
    }

    @ParameterizedTest
    @CsvSource({
        // replicas, others, others' size, max_connections, size
        "1, 1, auto, 100, 20",
        "4, 4, auto, 100, 11",
        "2, 3, 20, 100, 16",
        "1, 1, auto, 20, 6",
        "9, 9, auto, 20, 1",
    })
    void autoIsTheLeastOfWhatProcessorsAndServerAllow(int own, int others, String othersSize, int most, int size) {
        PoolBudget budget =
                budget(new Group(own, "auto"), new Group(others, othersSize), Optional.of(new ServerLimits(most, 3)));

        assertThat(budget.size(NOTHING).connections()).isEqualTo(size);
    }

    @Test
    void autoSaysWhy() {
        assertThat(budget(new Group(1, "auto"), new Group(1, "auto"), HUNDRED)
                        .size(NOTHING)
                        .reason())
                .isEqualTo("the least of 20 for 2 processors, 128 for the memory and 46 of the server's 97");
    }

    @Test
    void littleMemoryMakesASmallPool() {
        PoolBudget budget =
                new PoolBudget(new Group(1, "auto"), new Group(1, "auto"), HUNDRED, new Machine(8, 40L << 20));

        assertThat(budget.size(NOTHING).connections()).isEqualTo(10);
    }

    @Test
    void withoutTheServerAutoIsTheDefault() {
        assertThat(budget(new Group(1, "auto"), new Group(1, "auto"), Optional.empty())
                        .size(NOTHING)
                        .connections())
                .isEqualTo(20);
    }

    @Test
    void aSumThatExceedsTheServerIsNamed() {
        PoolBudget budget = budget(new Group(3, "20"), new Group(2, "20"), HUNDRED);

        assertThat(budget.excess(20))
                .hasValue("sluice.database: 3 processes with 20 connections and 2 with 20 need 100,"
                        + " and the server has 97 for them");
        assertThat(budget.excess(19)).isEmpty();
    }

    @Test
    void nothingExceedsAServerThatCannotBeAsked() {
        assertThat(budget(new Group(900, "20"), new Group(900, "20"), Optional.empty())
                        .excess(20))
                .isEmpty();
    }
}
