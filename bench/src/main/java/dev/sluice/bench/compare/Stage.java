package dev.sluice.bench.compare;

import dev.sluice.bench.report.Findings;
import dev.sluice.bench.report.Progress;
import dev.sluice.bench.service.Services;
import dev.sluice.bench.shop.DemoShops;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;

/**
 * What all scenarios are played on.
 *
 * @param mails takes the e-mails of both sides
 * @param peer empty where it cannot run, or is not wanted
 */
record Stage(
        ComparePlan plan,
        Services services,
        DemoShops shops,
        MailSink mails,
        Optional<NestJsPeer> peer,
        Findings findings,
        Progress progress) {

    /** The settings of any process of Sluice. */
    Map<String, Object> settings() {
        return services.settings(shops.url());
    }

    /** The settings of a worker, which needs more. */
    Map<String, Object> workerSettings() {
        Map<String, Object> settings = new HashMap<>(settings());
        settings.put("sluice.worker.concurrency", plan.concurrency());
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", mails.port());
        settings.put("sluice.mail.from", "shop@sluice.example");
        settings.put("sluice.youtube.api-key", "none");
        // Deleting old figures is no part of what is measured.
        settings.put("sluice.channels.keep", "365d");
        return settings;
    }

    /** Brings a process to its pace. */
    void warmUp(ToDoubleFunction<Duration> load) {
        new WarmUp(plan.warmUp()).run(load);
    }

    void eachRound(String topic, IntConsumer round) {
        for (int number = 1; number <= plan.rounds(); number++) {
            progress.step("%s, round %d of %d", topic, number, plan.rounds());
            round.accept(number);
        }
    }
}
