package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final byte[] KEY = "key".getBytes(UTF_8);
    private static final byte[] VALUE = "value".getBytes(UTF_8);

    @Test
    void givesBackWhatItHolds() {
        assertThat(Envelope.open(KEY, Envelope.seal(KEY, VALUE))).hasValue(VALUE);
    }

    @Test
    void holdsAnEmptyValueToo() {
        assertThat(Envelope.open(KEY, Envelope.seal(KEY, new byte[0]))).hasValue(new byte[0]);
    }

    @Test
    void isNotOpenedUnderAnotherKey() {
        assertThat(Envelope.open("other".getBytes(UTF_8), Envelope.seal(KEY, VALUE)))
                .isEmpty();
    }

    @Test
    void isNotOpenedWhenACutOrAChangedByteSpoiltIt() {
        byte[] sealed = Envelope.seal(KEY, VALUE);
        for (int length = 0; length < sealed.length; length++) {
            assertThat(Envelope.open(KEY, Arrays.copyOf(sealed, length))).isEmpty();
        }
        for (int index = 0; index < sealed.length; index++) {
            byte[] changed = sealed.clone();
            changed[index]++;
            assertThat(Envelope.open(KEY, changed)).isEmpty();
        }
    }

    @Test
    void isNotFoundInWhatSomebodyElseWrote() {
        assertThat(Envelope.open(KEY, "{\"name\":\"somebody\"}".getBytes(UTF_8)))
                .isEmpty();
    }
}
