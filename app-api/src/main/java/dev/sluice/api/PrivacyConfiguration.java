package dev.sluice.api;

import dev.sluice.application.link.LinkKeys;
import dev.sluice.application.privacy.ErasePersonalData;
import dev.sluice.application.privacy.ExportPersonalData;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.link.SigningKeys;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.privacy.PersonalRecords;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of buyers' personal data, and the keys of links to it. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

    @Bean
    ExportPersonalData exportPersonalData(Transactions transactions, PersonalRecords records, Orders orders) {
        return new ExportPersonalData(transactions, records, orders);
    }

    @Bean
    ErasePersonalData erasePersonalData(
            Transactions transactions, PersonalRecords records, Ids ids, InstantSource clock) {
        return new ErasePersonalData(transactions, records, ids, clock);
    }

    @Bean
    LinkKeys linkKeys(SigningKeys keys, InstantSource clock) {
        return new LinkKeys(keys, clock);
    }
}
