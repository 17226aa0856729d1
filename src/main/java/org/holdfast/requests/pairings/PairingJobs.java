package org.holdfast.requests.pairings;

import java.time.Duration;
import org.holdfast.programs.Programs;
import org.holdfast.shared.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What pairings do by themselves.
@Configuration(proxyBeanMethods = false)
class PairingJobs {

    @Bean
    RecurringJob firstContactSweep(Programs programs, FirstContacts firstContacts) {
        return RecurringJob.inEachProgram("first-contacts", Duration.ofMinutes(1), programs::all, firstContacts::sweep);
    }
}
