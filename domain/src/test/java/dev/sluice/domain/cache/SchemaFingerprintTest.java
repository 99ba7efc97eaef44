package dev.sluice.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaFingerprintTest {

    private record Plain(String name, int count) {}

    private record Nested(List<Plain> parts, Colour colour, Shape shape) {}

    private record Bounded(List<? extends Line> lines) {}

    private record Cyclic(List<Cyclic> children) {}

    private enum Colour {
        RED,
        BLUE
    }

    private sealed interface Shape permits Dot, Line {}

    private record Dot() implements Shape {}

    private record Line(long length) implements Shape {}

    @Test
    void itNamesComponentsWithTheirTypesInTheirOrder() {
        assertThat(SchemaFingerprint.of(Plain.class)).contains("Plain(name java.lang.String,count int)");
    }

    @Test
    void itReachesThroughListsEnumsAndSealedInterfaces() {
        assertThat(SchemaFingerprint.of(Nested.class))
                .contains("Plain(name java.lang.String,count int)")
                .contains("Colour[RED, BLUE]")
                .contains("Line(length long)")
                .contains("Dot()");
    }

    @Test
    void itReachesThroughArraysAndWildcards() {
        assertThat(SchemaFingerprint.of(Bounded.class)).contains("Line(length long)");
        assertThat(SchemaFingerprint.of(Plain[].class)).contains("Plain(name java.lang.String,count int)");
    }

    @Test
    void aTypeThatHoldsItselfHasOneToo() {
        assertThat(SchemaFingerprint.of(Cyclic.class)).contains("Cyclic(");
    }

    @Test
    void itIsTheSameEachTimeAndDiffersAmongTypes() {
        List<String> all = Stream.of(Plain.class, Nested.class, Cyclic.class, String.class)
                .map(SchemaFingerprint::of)
                .toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(SchemaFingerprint.of(Nested.class)).isEqualTo(all.get(1));
    }
}
