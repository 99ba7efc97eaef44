package dev.sluice.worker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long personal data are kept where the law asks for it.
 *
 * @param keepInvoicesYears for how many years after that of their issue the invoices of erased buyers still name them
 */
@ConfigurationProperties("sluice.privacy")
record PrivacyProperties(@DefaultValue("10") int keepInvoicesYears) {

    PrivacyProperties {
        if (keepInvoicesYears < 1 || keepInvoicesYears > 100) {
            throw new IllegalArgumentException("sluice.privacy.keep-invoices-years is from 1 to 100");
        }
    }
}
