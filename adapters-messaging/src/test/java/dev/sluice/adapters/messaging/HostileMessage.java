package dev.sluice.adapters.messaging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Messages for whoever would deserialise, nest or count without looking. */
enum HostileMessage {
    SERIALISED_OBJECT("application/x-java-serialized-object") {
        @Override
        byte[] body() {
            return written(out -> {
                try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
                    objects.writeObject(new Gadget());
                }
            });
        }
    },
    NESTED_JSON("application/json") {
        @Override
        byte[] body() {
            return "[".repeat(1_000_000).getBytes(US_ASCII);
        }
    },
    UNKNOWN_TYPE("application/json") {
        @Override
        byte[] body() {
            return "{\"@class\":\"javax.script.ScriptEngineManager\",\"type\":\"no-such-type\"}".getBytes(US_ASCII);
        }
    },
    MANY_DIGITS("text/plain") {
        @Override
        byte[] body() {
            return (JOB + ":" + "9".repeat(10_000_000)).getBytes(US_ASCII);
        }
    },
    MANY_LINES("text/plain") {
        @Override
        byte[] body() {
            return "\n".repeat(10_000_000).getBytes(US_ASCII);
        }
    };

    private static final String JOB = "01936d2e-7c1a-7b3e-8000-0123456789ab";

    private final String type;

    HostileMessage(String type) {
        this.type = type;
    }

    abstract byte[] body();

    /** As a sender says them whose words a reader believes. */
    BasicProperties properties() {
        return new BasicProperties.Builder()
                .contentType(type)
                .headers(Map.of("__TypeId__", "javax.management.BadAttributeValueExpException"))
                .build();
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What an attacker would have whoever deserialises it do. */
    static final class Gadget implements Serializable {

        static final AtomicBoolean RUN = new AtomicBoolean();

        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) {
            RUN.set(true);
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
