package dev.sluice.adapters.web;

import dev.sluice.application.access.IssueApiKey;
import dev.sluice.application.access.RevokeApiKey;
import dev.sluice.application.access.RotateApiKey;
import dev.sluice.application.access.VerifyApiKey;
import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.application.catalogue.AddCreator;
import dev.sluice.application.catalogue.AddProduct;
import dev.sluice.application.catalogue.ReviseCreator;
import dev.sluice.application.catalogue.ReviseProduct;
import dev.sluice.application.channel.ReadChannelStatistics;
import dev.sluice.application.channel.RequestChannelSync;
import dev.sluice.application.invoice.IssueCreditNote;
import dev.sluice.application.job.CancelJob;
import dev.sluice.application.job.ControlJobs;
import dev.sluice.application.job.JobFollowers;
import dev.sluice.application.job.PauseJobs;
import dev.sluice.application.job.RescheduleJob;
import dev.sluice.application.job.RetryJob;
import dev.sluice.application.link.LinkKeys;
import dev.sluice.application.order.Basket;
import dev.sluice.application.order.CancelOrder;
import dev.sluice.application.order.OrderFollowsJob;
import dev.sluice.application.order.OrderQueue;
import dev.sluice.application.order.PlaceOrder;
import dev.sluice.application.order.ProcessOrder;
import dev.sluice.application.order.ReadTimeline;
import dev.sluice.application.order.RefundOrder;
import dev.sluice.application.order.RequestReceipt;
import dev.sluice.application.portfolio.ReadPortfolio;
import dev.sluice.application.privacy.ErasePersonalData;
import dev.sluice.application.privacy.ExportPersonalData;
import dev.sluice.application.webhook.AnnounceOrders;
import dev.sluice.application.webhook.DeliveryFollowsJob;
import dev.sluice.application.webhook.DeliveryQueue;
import dev.sluice.application.webhook.RedeliverWebhook;
import dev.sluice.application.webhook.RegisterEndpoint;
import dev.sluice.application.webhook.ReviseEndpoint;
import dev.sluice.application.webhook.RotateWebhookSecret;
import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.ApiKeys;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.SampleKeys;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.cache.InMemoryReadCache;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.invoice.CreditNoteDocuments;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.load.LineLimits;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.rate.InMemoryRateLimits;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookEndpoints;
import dev.sluice.domain.webhook.WebhookTargets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The API with everything behind its routes in memory. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WebConfiguration.class, FailingController.class})
class TestApi {

    @Bean
    ApiClient apiClient(Environment environment, ApiKeys keys) {
        ApiKeyToken token = SampleKeys.token();
        keys.add(SampleKeys.key(token, Owner.operations(), null, Scope.values()));
        return new ApiClient(environment, token.text());
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    InMemoryRateLimits rateLimits(InstantSource clock) {
        return new InMemoryRateLimits(clock);
    }

    @Bean
    Ids ids(InstantSource clock) {
        return new Ids(clock);
    }

    @Bean
    InMemoryRepositories repositories(InstantSource clock) {
        return InMemoryRepositories.empty(clock);
    }

    @Bean
    Orders orders(InMemoryRepositories repositories) {
        return repositories.orders();
    }

    @Bean
    Creators creators(InMemoryRepositories repositories) {
        return repositories.creators();
    }

    @Bean
    Products products(InMemoryRepositories repositories) {
        return repositories.products();
    }

    @Bean
    ApiKeys keys(InMemoryRepositories repositories) {
        return repositories.apiKeys();
    }

    @Bean
    VerifyApiKey verifyApiKey(ApiKeys keys, InstantSource clock) {
        return new VerifyApiKey(keys, clock, System::nanoTime);
    }

    @Bean
    IssueApiKey issueApiKey(ApiKeys keys, Creators creators, Ids ids, InstantSource clock) {
        return new IssueApiKey(keys, creators, ids, clock);
    }

    @Bean
    RotateApiKey rotateApiKey(InMemoryRepositories repositories, ApiKeys keys, Ids ids, InstantSource clock) {
        return new RotateApiKey(repositories.transactions(), keys, ids, clock);
    }

    @Bean
    RevokeApiKey revokeApiKey(ApiKeys keys, InstantSource clock) {
        return new RevokeApiKey(keys, clock);
    }

    @Bean
    InvoiceDocuments invoiceDocuments(InMemoryRepositories repositories) {
        return repositories.invoiceDocuments();
    }

    @Bean
    InMemoryJobs jobs(InstantSource clock, InMemoryRepositories repositories) {
        return new InMemoryJobs(clock, repositories.transactions());
    }

    @Bean
    WakeUps wakeUps() {
        return () -> {};
    }

    @Bean
    CacheClock cacheClock() {
        return new CacheClock(new SettableClock(Instant.EPOCH));
    }

    /** By which cached values grow old; all else goes by the system's. */
    record CacheClock(SettableClock clock) {

        void advance(Duration by) {
            clock.advance(by);
        }
    }

    @Bean
    InMemoryReadCache cache(Encoding encoding, CacheClock clock) {
        return new InMemoryReadCache(encoding, clock.clock());
    }

    @Bean
    CreditNoteDocuments creditNoteDocuments(InMemoryRepositories repositories) {
        return repositories.creditNoteDocuments();
    }

    @Bean
    OrderQueue orderQueue(InMemoryRepositories repositories, InMemoryJobs jobs, WakeUps wakeUps) {
        return new OrderQueue(repositories.transactions(), jobs, wakeUps, ProcessOrder.TYPE.retry());
    }

    @Bean
    RefundOrder refundOrder(
            InMemoryRepositories repositories,
            OrderQueue queue,
            AnnounceOrders announcing,
            Ids ids,
            InstantSource clock) {
        return new RefundOrder(
                repositories.transactions(),
                repositories.orders(),
                repositories.products(),
                new IssueCreditNote(repositories.invoices(), repositories.creditNotes(), ids, clock),
                queue,
                announcing);
    }

    @Bean
    RequestReceipt requestReceipt(InMemoryRepositories repositories, OrderQueue queue, Ids ids, InstantSource clock) {
        return new RequestReceipt(
                repositories.transactions(),
                repositories.orders(),
                repositories.invoiceDocuments(),
                repositories.receipts(),
                queue,
                ids,
                clock);
    }

    @Bean
    ReadTimeline readTimeline(InMemoryRepositories repositories, InMemoryJobs jobs) {
        return new ReadTimeline(
                repositories.orders(),
                jobs,
                repositories.invoices(),
                repositories.creditNotes(),
                repositories.receipts(),
                repositories.sentMails());
    }

    @Bean
    PlaceOrder placeOrder(InMemoryRepositories repositories, OrderQueue queue, Ids ids, InstantSource clock) {
        return new PlaceOrder(
                repositories.transactions(),
                repositories.idempotencyRecords(),
                new Basket(repositories.creators(), repositories.products()),
                repositories.orders(),
                queue,
                ids,
                clock,
                new LineLimits(1_000, Duration.ofSeconds(3)),
                (times, counter, tags) -> {});
    }

    @Bean
    AddCreator addCreator(Creators creators, Ids ids) {
        return new AddCreator(creators, ids);
    }

    @Bean
    InvalidateReads invalidateReads(InMemoryRepositories repositories, InMemoryReadCache cache, Ids ids) {
        return new InvalidateReads(repositories.transactions(), repositories.pendingInvalidations(), cache, ids);
    }

    @Bean
    ReviseCreator reviseCreator(InMemoryRepositories repositories, InvalidateReads invalidating) {
        return new ReviseCreator(repositories.transactions(), repositories.creators(), invalidating);
    }

    @Bean
    AddProduct addProduct(InMemoryRepositories repositories, InvalidateReads invalidating, Ids ids) {
        return new AddProduct(
                repositories.transactions(), repositories.creators(), repositories.products(), invalidating, ids);
    }

    @Bean
    ReviseProduct reviseProduct(InMemoryRepositories repositories, InvalidateReads invalidating) {
        return new ReviseProduct(repositories.transactions(), repositories.products(), invalidating);
    }

    @Bean
    ReadPortfolio readPortfolio(InMemoryReadCache cache, InMemoryRepositories repositories) {
        return new ReadPortfolio(cache, repositories.portfolios());
    }

    @Bean
    ReadChannelStatistics readChannelStatistics(InMemoryReadCache cache, InMemoryRepositories repositories) {
        return new ReadChannelStatistics(cache, repositories.channels());
    }

    @Bean
    RequestChannelSync requestChannelSync(
            InMemoryRepositories repositories, InMemoryJobs jobs, WakeUps wakeUps, Ids ids) {
        return new RequestChannelSync(repositories.transactions(), repositories.channels(), jobs, wakeUps, ids);
    }

    @Bean
    JobFollowers jobFollowers(InMemoryRepositories repositories, AnnounceOrders announcing, InstantSource clock) {
        return new JobFollowers(List.of(
                new OrderFollowsJob(repositories.orders(), repositories.products(), announcing, clock),
                new DeliveryFollowsJob(repositories.webhookDeliveries())));
    }

    @Bean
    WebhookEndpoints webhookEndpoints(InMemoryRepositories repositories) {
        return repositories.webhookEndpoints();
    }

    @Bean
    WebhookDeliveries webhookDeliveries(InMemoryRepositories repositories) {
        return repositories.webhookDeliveries();
    }

    /** One host is in the public network. */
    @Bean
    WebhookTargets webhookTargets() {
        return url -> url.value().startsWith("https://hooks.example.com/");
    }

    @Bean
    DeliveryQueue deliveryQueue(InMemoryRepositories repositories, InMemoryJobs jobs, WakeUps wakeUps) {
        return new DeliveryQueue(repositories.transactions(), jobs, wakeUps);
    }

    @Bean
    AnnounceOrders announceOrders(
            InMemoryRepositories repositories, DeliveryQueue queue, Ids ids, InstantSource clock) {
        return new AnnounceOrders(repositories.webhookEndpoints(), repositories.webhookDeliveries(), queue, ids, clock);
    }

    @Bean
    RegisterEndpoint registerEndpoint(
            InMemoryRepositories repositories, WebhookTargets targets, Ids ids, InstantSource clock) {
        return new RegisterEndpoint(
                repositories.transactions(),
                repositories.webhookEndpoints(),
                repositories.creators(),
                targets,
                ids,
                clock);
    }

    @Bean
    ReviseEndpoint reviseEndpoint(InMemoryRepositories repositories, WebhookTargets targets) {
        return new ReviseEndpoint(repositories.webhookEndpoints(), targets);
    }

    @Bean
    RotateWebhookSecret rotateWebhookSecret(InMemoryRepositories repositories, InstantSource clock) {
        return new RotateWebhookSecret(repositories.transactions(), repositories.webhookEndpoints(), clock);
    }

    @Bean
    RedeliverWebhook redeliverWebhook(InMemoryRepositories repositories, DeliveryQueue queue, Ids ids) {
        return new RedeliverWebhook(
                repositories.transactions(),
                repositories.webhookEndpoints(),
                repositories.webhookDeliveries(),
                queue,
                ids);
    }

    @Bean
    RescheduleJob rescheduleJob(InMemoryRepositories repositories, InMemoryJobs jobs, WakeUps wakeUps) {
        return new RescheduleJob(repositories.transactions(), jobs, wakeUps);
    }

    @Bean
    PauseJobs pauseJobs(InMemoryRepositories repositories, InMemoryJobs jobs, WakeUps wakeUps) {
        return new PauseJobs(repositories.transactions(), jobs, wakeUps);
    }

    @Bean
    CancelJob cancelJob(InMemoryRepositories repositories, InMemoryJobs jobs, JobFollowers followers) {
        return new CancelJob(repositories.transactions(), jobs, followers);
    }

    @Bean
    CancelOrder cancelOrder(InMemoryRepositories repositories, CancelJob cancelling) {
        return new CancelOrder(repositories.transactions(), repositories.orders(), repositories.invoices(), cancelling);
    }

    @Bean
    RetryJob retryJob(InMemoryRepositories repositories, InMemoryJobs jobs, JobFollowers followers, WakeUps wakeUps) {
        return new RetryJob(repositories.transactions(), jobs, followers, wakeUps);
    }

    @Bean
    ControlJobs controlJobs(
            InMemoryRepositories repositories, InMemoryJobs jobs, JobFollowers followers, WakeUps wakeUps) {
        return new ControlJobs(repositories.transactions(), jobs, followers, wakeUps, System::nanoTime);
    }

    @Bean
    ExportPersonalData exportPersonalData(InMemoryRepositories repositories) {
        return new ExportPersonalData(
                repositories.transactions(), repositories.personalRecords(), repositories.orders());
    }

    @Bean
    ErasePersonalData erasePersonalData(InMemoryRepositories repositories, Ids ids, InstantSource clock) {
        return new ErasePersonalData(repositories.transactions(), repositories.personalRecords(), ids, clock);
    }

    @Bean
    LinkKeys linkKeys(InMemoryRepositories repositories, InstantSource clock) {
        return new LinkKeys(repositories.signingKeys(), clock);
    }
}
