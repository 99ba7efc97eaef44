package dev.sluice.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GivenPortsIT {
    private static final int REFUSED = 1;

    /** Below it no other test is given any. */
    private static final int LOWEST = 10_000;

    private final int port = LoopbackPort.free();

    @Test
    void aPortIsGivenOnce() {
        assertThat(GivenPorts.add(port)).isFalse();
    }

    @Test
    void noOtherJvmGivesItEither() throws Exception {
        assertThat(exitOfAnother(port)).isEqualTo(REFUSED);
    }

    @Test
    void whatAnEndedJvmHadGivenIsGivenAgain() throws Exception {
        int low = ThreadLocalRandom.current().nextInt(1, LOWEST);
        assertThat(exitOfAnother(low)).isZero();

        assertThat(GivenPorts.add(low)).isTrue();
    }

    private static int exitOfAnother(int port) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var another = new ProcessBuilder(java, Another.class.getName(), Integer.toString(port)).inheritIO();
        another.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var jvm = another.start();
        assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return jvm.exitValue();
    }

    /** A JVM that gives a port if it may. */
    static final class Another {
        private Another() {}

        public static void main(String[] arguments) {
            System.exit(GivenPorts.add(Integer.parseInt(arguments[0])) ? 0 : REFUSED);
        }
    }
}
