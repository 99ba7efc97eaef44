package dev.sluice.adapters.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.invoice.SampleCreditNotes;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.webhook.SampleWebhooks;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEndpointId;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A stranger's id and an id of nobody make the database run the same statements, so that no answer comes sooner than the
 * other and ids cannot be told apart by a clock.
 */
class EqualLooksIT {

    private static final Owner STRANGER = new Owner.Seller(new CreatorId(new UUID(0, 1)));

    private static final JobType<Parcel> TYPE = new JobType<>(
            "send-parcel",
            Parcel.class,
            new QueueName("parcels"),
            new RetryPolicy(1, Backoff.fixed(Duration.ZERO)),
            Duration.ofMinutes(1));

    private record Parcel(int weight) {}

    private final PersistenceFixture fixture = PersistenceFixture.emptied(PostgresVersion.OLDEST);
    private final Repositories repositories = fixture.repositories();

    /**
     * @param id of something that is another's
     * @param look what finds nothing for the stranger
     */
    private record Look(String name, UUID id, Function<UUID, Object> look) {}

    /** What a look came to. */
    private record Seen(Object found, List<String> statements) {}

    @TestFactory
    Stream<DynamicTest> whatIsAStrangersCostsWhatNobodysCosts() {
        return looks().map(each -> DynamicTest.dynamicTest(each.name(), () -> {
            Seen strangers = seen(each, each.id());
            Seen nobodys = seen(each, UUID.randomUUID());

            assertThat(strangers.statements()).isNotEmpty();
            assertThat(strangers).isEqualTo(nobodys);
        }));
    }

    private Stream<Look> looks() {
        CreditNote note = paper();
        UUID order = note.invoice().order().value();
        WebhookEndpoint endpoint = SampleWebhooks.endpoint(note.number().seller());
        WebhookDelivery delivery = SampleWebhooks.delivery(endpoint);
        repositories.webhookEndpoints().add(endpoint, 1);
        repositories.transactions().run(() -> repositories.webhookDeliveries().addAll(List.of(delivery)));
        return Stream.of(
                new Look("order", order, id -> repositories.orders().find(new OrderId(id), STRANGER)),
                new Look(
                        "order to change",
                        order,
                        id -> repositories
                                .transactions()
                                .call(() -> repositories.orders().lock(new OrderId(id), STRANGER))),
                new Look(
                        "invoice", order, id -> repositories.invoiceDocuments().findByOrder(new OrderId(id), STRANGER)),
                new Look(
                        "link to an invoice",
                        order,
                        id -> repositories.invoiceDocuments().exists(new OrderId(id), STRANGER)),
                new Look(
                        "credit note",
                        order,
                        id -> repositories.creditNoteDocuments().findByOrder(new OrderId(id), STRANGER)),
                new Look("job", job(note.number().seller()), id -> jobs().find(new JobId(id), STRANGER)),
                new Look(
                        "webhook",
                        endpoint.id().value(),
                        id -> repositories.webhookEndpoints().find(new WebhookEndpointId(id), STRANGER)),
                new Look(
                        "delivery",
                        delivery.id().value(),
                        id -> repositories
                                .webhookDeliveries()
                                .find(new WebhookDeliveryId(id), endpoint.id(), STRANGER)));
    }

    private CreditNote paper() {
        CreditNote note = SampleCreditNotes.first(repositories);
        PdfDocument document = new PdfDocument("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        repositories.transactions().run(() -> {
            repositories.creditNotes().add(note);
            repositories.creditNoteDocuments().storeIfAbsent(note.id(), document);
            repositories.invoiceDocuments().storeIfAbsent(note.invoice().id(), document);
        });
        return note;
    }

    private UUID job(CreatorId seller) {
        JobId id = new JobId(UUID.randomUUID());
        JobRequest<?> request =
                JobRequest.of(id, TYPE, new Parcel(1)).with(options -> options.group(GroupKey.of(seller)));
        repositories.transactions().run(() -> jobs().enqueue(request));
        return id.value();
    }

    private Jobs jobs() {
        return fixture.get(Jobs.class);
    }

    private Seen seen(Look look, UUID id) {
        List<String> sent = new ArrayList<>();
        Configuration configuration = fixture.dsl().configuration();
        ExecuteListenerProvider[] usual = configuration.executeListenerProviders();
        ExecuteListener recorder = new ExecuteListener() {
            @Override
            public void renderEnd(ExecuteContext context) {
                sent.add(context.sql());
            }
        };
        configuration.set(Stream.concat(Stream.of(usual), Stream.of(new DefaultExecuteListenerProvider(recorder)))
                .toArray(ExecuteListenerProvider[]::new));
        try {
            return new Seen(look.look().apply(id), sent);
        } finally {
            configuration.set(usual);
        }
    }
}
