package dev.sluice.bench.process;

import dev.sluice.application.order.ProcessOrder;
import dev.sluice.domain.job.JobFollower;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.worker.WorkerApplication;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The worker process as it is deployed, but nothing is done for an order. It is completed by one statement in the
 * transaction that settles its job; the product's own follower would first look where the order stands.
 */
public final class NoopOrdersWorker {

    private NoopOrdersWorker() {}

    private record Noop() implements JobHandler<ProcessOrder.Payload> {

        @Override
        public JobType<ProcessOrder.Payload> type() {
            return ProcessOrder.TYPE;
        }

        @Override
        public JobOutcome handle(ProcessOrder.Payload payload, JobRun run) {
            return new JobOutcome.Done();
        }
    }

    private record Completion(JdbcTemplate jdbc) implements JobFollower<ProcessOrder.Payload> {

        private static final String SQL =
                "update orders set status = 'COMPLETED', finished_at = now(), version = version + 1 where id = ?";

        @Override
        public JobType<ProcessOrder.Payload> type() {
            return ProcessOrder.TYPE;
        }

        @Override
        public void follow(List<ProcessOrder.Payload> payloads, JobState state) {
            jdbc.batchUpdate(SQL, payloads, payloads.size(), (update, order) -> update.setObject(1, order.order()));
        }
    }

    /** Its beans take the place of the worker's of the same names. */
    @Configuration(proxyBeanMethods = false)
    static class WithoutWork {

        @Bean
        JobHandler<ProcessOrder.Payload> processOrder() {
            return new Noop();
        }

        @Bean
        JobFollower<ProcessOrder.Payload> orderFollowsJob(JdbcTemplate jdbc) {
            return new Completion(jdbc);
        }
    }

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(WorkerApplication.class, WithoutWork.class)
                .properties("spring.main.allow-bean-definition-overriding=true")
                .run(arguments);
    }
}
