package org.holdfast.supporters;

import java.time.Clock;
import java.time.LocalDate;
import org.holdfast.accounts.AccountId;
import org.holdfast.programs.Accountability;
import org.holdfast.programs.Act;
import org.holdfast.programs.MemberId;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.ProgramContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Until when a supporter's training and agreement hold. A coordinator edits them, and the log says that one did.
@Component
public class DueDates {

    private static final int LONGEST_YEARS = 10;

    private final JdbcClient jdbc;
    private final Accountability log;
    private final Clock clock;
    private final RosterNews news;

    DueDates(JdbcClient jdbc, Accountability log, Clock clock, RosterNews news) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
        this.news = news;
    }

    /// @param training last day on which the training holds; null: never done
    /// @param agreement last day on which the signed agreement holds; null: never signed
    @Transactional
    public Saved change(AccountId by, MemberId supporter, @Nullable LocalDate training, @Nullable LocalDate agreement) {
        if (tooFar(training)) {
            return Saved.Refused.at("trainingDue", "tooFar");
        }
        if (tooFar(agreement)) {
            return Saved.Refused.at("agreementDue", "tooFar");
        }
        int found = jdbc.sql("""
                        update supporters.supporter set training_due = :training, agreement_due = :agreement
                        where id = :id and state = 'APPROVED'""")
                .param("training", training)
                .param("agreement", agreement)
                .param("id", supporter.value())
                .update();
        if (found == 0) {
            throw new NotFound();
        }
        log.note(by, Act.DUE_DATE_CHANGED);
        news.tell();
        return new Saved.Done();
    }

    private boolean tooFar(@Nullable LocalDate day) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), ProgramContext.current().zone());
        return day != null
                && (day.isAfter(today.plusYears(LONGEST_YEARS)) || day.isBefore(today.minusYears(LONGEST_YEARS)));
    }
}
