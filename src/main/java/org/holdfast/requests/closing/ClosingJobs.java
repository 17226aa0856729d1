package org.holdfast.requests.closing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.holdfast.programs.Policies;
import org.holdfast.programs.Programs;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When the sweeps run.
@Configuration
class ClosingJobs {

    @Bean
    RecurringJob closeEnded(Programs programs, Sweeps sweeps) {
        return RecurringJob.inEachProgram("requests-close", Duration.ofMinutes(1), programs::all, sweeps::closeEnded);
    }

    @Bean
    RecurringJob watchSilence(Programs programs, Sweeps sweeps) {
        return RecurringJob.inEachProgram("requests-silence", Duration.ofMinutes(15), programs::all, () -> {
            sweeps.checkIn();
            sweeps.endSilent();
            sweeps.warn();
        });
    }

    @Bean
    RecurringJob dropNotes(Programs programs, NoteDrops notes) {
        return RecurringJob.inEachProgram("requests-notes", Duration.ofMinutes(5), programs::all, notes::dropDue);
    }

    /// The file serves all programs, so its lines live as long as the longest of their backups.
    @Bean
    RecurringJob dropErasureLines(Programs programs, Policies policies, ErasureFile erasures, Clock clock) {
        return new RecurringJob("requests-erasures", Duration.ofDays(1), () -> {
            int days = programs.all().stream()
                    .mapToInt(program -> ProgramContext.call(
                            program, () -> policies.current().privacy().backupDays()))
                    .max()
                    .orElse(0);
            // a day more, since programs count their days in their own zones
            erasures.dropBefore(
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days + 1L));
        });
    }
}
