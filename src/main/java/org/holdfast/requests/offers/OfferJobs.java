package org.holdfast.requests.offers;

import java.time.Duration;
import org.holdfast.programs.Programs;
import org.holdfast.shared.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What offers do by themselves.
@Configuration(proxyBeanMethods = false)
class OfferJobs {

    @Bean
    RecurringJob offerSweep(Programs programs, Sweep sweep) {
        return RecurringJob.inEachProgram("offers", Duration.ofSeconds(5), programs::all, sweep::run);
    }
}
