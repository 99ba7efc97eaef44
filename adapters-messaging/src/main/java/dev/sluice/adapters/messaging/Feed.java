package dev.sluice.adapters.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Consumer;
import java.io.IOException;

/** What a {@link Subscription} consumes and what it does with it. Used by one thread. */
interface Feed {

    /** Its name, which its thread bears. */
    String name();

    void subscribe(Channel channel, Consumer consumer) throws IOException;

    /** Waits for what comes next and deals with it. */
    void receive(Channel channel, Deliveries deliveries) throws IOException, InterruptedException;
}
