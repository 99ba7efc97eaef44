package dev.sluice.bench.job;

import dev.sluice.domain.job.JobType;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The benchmark's jobs, beside those that the worker has. */
@Configuration(proxyBeanMethods = false)
class NoopConfiguration {

    private final JdbcTemplate jdbc;
    private final StatusUpdate status;

    NoopConfiguration(JdbcTemplate jdbc, @Value("${sluice.bench.status}") StatusUpdate status) {
        this.jdbc = jdbc;
        this.status = status;
    }

    @Bean
    Noop warmUp() {
        return noop(Noop.WARM_UP);
    }

    @Bean
    Noop waiting() {
        return noop(Noop.WAITING);
    }

    @Bean
    Noop arriving() {
        return noop(Noop.ARRIVING);
    }

    private Noop noop(JobType<Noop.Payload> type) {
        return new Noop(type, status, this::update);
    }

    private void update(List<Long> orders) {
        jdbc.batchUpdate(
                "update bench_orders set status = 'DONE' where id = ?",
                orders,
                orders.size(),
                (update, order) -> update.setLong(1, order));
    }
}
