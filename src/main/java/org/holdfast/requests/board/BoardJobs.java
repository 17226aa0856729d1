package org.holdfast.requests.board;

import java.time.Duration;
import org.holdfast.programs.Programs;
import org.holdfast.shared.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the board does by itself.
@Configuration(proxyBeanMethods = false)
class BoardJobs {

    @Bean
    RecurringJob escalationSweep(Programs programs, Escalation escalation) {
        return RecurringJob.inEachProgram("escalation", Duration.ofMinutes(1), programs::all, escalation::sweep);
    }
}
