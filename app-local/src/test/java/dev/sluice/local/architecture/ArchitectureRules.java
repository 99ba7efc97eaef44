package dev.sluice.local.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.sluice.adapters.cache.violation.PublicCounter;
import dev.sluice.adapters.documents.violation.DocumentsWithMail;
import dev.sluice.adapters.mail.violation.MailWithEInvoices;
import dev.sluice.adapters.mail.violation.MailWithJooq;
import dev.sluice.adapters.mail.violation.MailWithRedis;
import dev.sluice.adapters.persistence.violation.PersistenceWithDocuments;
import dev.sluice.adapters.persistence.violation.PersistenceWithRabbit;
import dev.sluice.adapters.web.violation.FieldInjection;
import dev.sluice.adapters.web.violation.WebWithCaffeine;
import dev.sluice.adapters.web.violation.WebWithPersistence;
import dev.sluice.adapters.web.violation.WebWithoutOwner;
import dev.sluice.adapters.youtube.violation.YouTubeWithHttpClient;
import dev.sluice.api.violation.ApiWithDocuments;
import dev.sluice.api.violation.ApiWithMail;
import dev.sluice.api.violation.ScannedParts;
import dev.sluice.application.violation.ApplicationWithFramework;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.violation.DomainWithSql;
import dev.sluice.domain.violation.OrderManager;
import dev.sluice.domain.violation.first.First;
import dev.sluice.domain.violation.second.Second;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookEndpointId;
import dev.sluice.domain.webhook.WebhookEndpoints;
import dev.sluice.worker.violation.WorkerWithAdapterInternals;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Conditional;

/** The rules of the architecture as the design states them. */
final class ArchitectureRules {

    private static final String DOMAIN = "dev.sluice.domain";
    private static final String APPLICATION = "dev.sluice.application";
    private static final String ADAPTERS = "dev.sluice.adapters";
    private static final String API = "dev.sluice.api";
    private static final String WORKER = "dev.sluice.worker";

    private static final DescribedPredicate<JavaClass> PURE_JAVA = describe(
            "are Java's own without SQL, network and files, or JSpecify's",
            type -> resideInAnyPackage("java..", "org.jspecify..").test(type)
                    && !resideInAnyPackage("java.sql..", "java.net..", "java.io..")
                            .test(type));

    private static final DescribedPredicate<JavaClass> PORTS =
            resideInAPackage(DOMAIN + "..").and(INTERFACES).as("ports");

    static final List<Rule> ALL = List.of(
            Rule.of(domainIsPure(), List.of(DOMAIN), DomainWithSql.class),
            Rule.of(applicationAddsOnlyTheDomain(), List.of(APPLICATION, DOMAIN), ApplicationWithFramework.class),
            Rule.of(adaptersKnowNoOtherAdapter(), List.of(ADAPTERS), WebWithPersistence.class),
            library("org.jooq..", ADAPTERS + ".persistence", MailWithJooq.class),
            library("redis.clients..", ADAPTERS + ".cache", MailWithRedis.class),
            library("com.github.benmanes.caffeine..", ADAPTERS + ".cache", WebWithCaffeine.class),
            library("org.springframework.amqp..", ADAPTERS + ".messaging", PersistenceWithRabbit.class),
            library("jakarta.mail..", ADAPTERS + ".mail", DocumentsWithMail.class),
            library("org.apache.hc..", ADAPTERS + ".webhook", YouTubeWithHttpClient.class),
            library("org.openpdf..", ADAPTERS + ".documents", PersistenceWithDocuments.class),
            library("org.mustangproject..", ADAPTERS + ".documents", MailWithEInvoices.class),
            Rule.of(appsTouchOnlyConfigurations(), List.of(API, WORKER, ADAPTERS), WorkerWithAdapterInternals.class),
            Rule.of(apiNeverSees(ADAPTERS + ".mail"), List.of(API, ADAPTERS + ".mail"), ApiWithMail.class),
            Rule.of(
                    apiNeverSees(ADAPTERS + ".documents"),
                    List.of(API, ADAPTERS + ".documents"),
                    ApiWithDocuments.class),
            Rule.of(packagesHaveNoCycles(), List.of("dev.sluice"), First.class, Second.class),
            Rule.of(adaptersOfPortsAreHidden(), List.of(ADAPTERS, DOMAIN), PublicCounter.class),
            Rule.of(routesAskForAnOwner(), List.of(ADAPTERS + ".web", DOMAIN), WebWithoutOwner.class),
            Rule.of(noFieldIsInjected(), List.of("dev.sluice"), FieldInjection.class),
            Rule.of(nothingIsScanned(), List.of("dev.sluice"), ScannedParts.class),
            Rule.of(namesSayWhatThingsAre(), List.of("dev.sluice"), OrderManager.class));

    private ArchitectureRules() {}

    private static ArchRule domainIsPure() {
        return classes()
                .that()
                .resideInAPackage(DOMAIN + "..")
                .should()
                .onlyDependOnClassesThat(PURE_JAVA.or(resideInAPackage(DOMAIN + "..")))
                .because("the model outlives every framework and is tested without any");
    }

    private static ArchRule applicationAddsOnlyTheDomain() {
        return classes()
                .that()
                .resideInAPackage(APPLICATION + "..")
                .should()
                .onlyDependOnClassesThat(PURE_JAVA.or(resideInAnyPackage(DOMAIN + "..", APPLICATION + "..")))
                .because("use cases reach the outside through ports alone");
    }

    private static ArchRule adaptersKnowNoOtherAdapter() {
        return slices().matching(ADAPTERS + ".(*)..")
                .should()
                .notDependOnEachOther()
                .because("each outside system can then be replaced alone");
    }

    private static Rule library(String library, String home, Class<?> violation) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(home + "..", "dev.sluice.embedded..", "dev.sluice.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library that stays in its adapter can be replaced there");
        return Rule.of(rule, List.of(home, "dev.sluice.embedded", "dev.sluice.local"), violation);
    }

    private static ArchRule appsTouchOnlyConfigurations() {
        return noClasses()
                .that()
                .resideInAnyPackage(API + "..", WORKER + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ADAPTERS + "..").and(not(simpleNameEndingWith("Configuration"))))
                .because("an app is a list of parts, and a part's inside is its own affair");
    }

    private static ArchRule apiNeverSees(String adapter) {
        return noClasses()
                .that()
                .resideInAPackage(API + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(adapter + "..")
                .because("heavy work is the worker's: the API queues it");
    }

    private static ArchRule packagesHaveNoCycles() {
        return slices().matching("dev.sluice.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package in a cycle cannot be understood alone");
    }

    private static ArchRule adaptersOfPortsAreHidden() {
        return classes()
                .that()
                .resideInAPackage(ADAPTERS + "..")
                .and(assignableTo(PORTS))
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .notBePublic()
                .because("others know the port, never who implements it");
    }

    private static ArchRule routesAskForAnOwner() {
        return noClasses()
                .that()
                .resideInAPackage(ADAPTERS + ".web..")
                .should()
                .callMethod(Orders.class, "find", OrderId.class)
                .orShould()
                .callMethod(Orders.class, "findAll", Collection.class)
                .orShould()
                .callMethod(InvoiceDocuments.class, "findByOrder", OrderId.class)
                .orShould()
                .callMethod(Jobs.class, "find", JobId.class)
                .orShould()
                .callMethod(WebhookEndpoints.class, "find", WebhookEndpointId.class)
                .orShould()
                .callMethod(WebhookDeliveries.class, "find", WebhookDeliveryId.class)
                .because("what is not the caller's is not there");
    }

    private static ArchRule noFieldIsInjected() {
        return fields().should()
                .notBeAnnotatedWith(Autowired.class)
                .because("what a class needs stands in its constructor");
    }

    private static ArchRule nothingIsScanned() {
        return noClasses()
                .should()
                .beAnnotatedWith(ComponentScan.class)
                .orShould()
                .beMetaAnnotatedWith(Conditional.class)
                .because("an app is a list of its parts, the same wherever it runs");
    }

    private static ArchRule namesSayWhatThingsAre() {
        Set<String> vague = Set.of("Impl", "Util", "Utils", "Helper", "Manager", "Adapter");
        return noClasses()
                .should(be(describe(
                        "named by one of " + vague, type -> vague.stream().anyMatch(type.getSimpleName()::endsWith))))
                .because("such a name hides what the class is");
    }
}
