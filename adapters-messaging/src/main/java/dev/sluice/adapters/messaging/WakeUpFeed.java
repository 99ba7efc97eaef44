package dev.sluice.adapters.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Consumer;
import java.io.IOException;

/** Passes wake-ups on to this worker's dispatcher, through a queue that lives as long as the connection. */
record WakeUpFeed(Runnable wakeUp) implements Feed {

    @Override
    public String name() {
        return "dispatcher-wake-ups";
    }

    /** The broker names the queue: a name of ours could still be held by a connection that the broker takes for alive. */
    @Override
    public void subscribe(Channel channel, Consumer consumer) throws IOException {
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, Topology.WAKE_UPS, "");
        channel.basicConsume(queue, true, consumer);
    }

    @Override
    public void receive(Channel channel, Deliveries deliveries) throws IOException, InterruptedException {
        deliveries.next(Integer.MAX_VALUE);
        wakeUp.run();
    }
}
