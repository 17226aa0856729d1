package org.holdfast.notices;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.holdfast.accounts.Accounts;
import org.holdfast.programs.Programs;
import org.holdfast.shared.Limit;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.ServerKey;
import org.holdfast.shared.ServerKey.Purpose;
import org.holdfast.shared.Texts;
import org.holdfast.shared.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/// Sends what waits. While a mail server is asked, no database connection is held; what it does not take is tried again
/// later and later, and given up in the end. Logs hold neither address nor text.
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration KEEP_GIVEN_UP = Duration.ofDays(30);
    /// With pauses that double from 15 seconds to six hours, the last try comes after about two days.
    private static final int MOST_ATTEMPTS = 18;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final NoticeQueue queue;
    private final Accounts accounts;
    private final Programs programs;
    private final ServerKey key;
    private final Outbox outbox;
    private final MailSettings settings;
    private final Clock clock;

    Sending(
            NoticeQueue queue,
            Accounts accounts,
            Programs programs,
            ServerKey key,
            Outbox outbox,
            MailSettings settings,
            Clock clock) {
        this.queue = queue;
        this.accounts = accounts;
        this.programs = programs;
        this.key = key;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Configuration
    static class Job {

        @Bean
        RecurringJob sendNotices(Sending sending) {
            return new RecurringJob("send-notices", Duration.ofSeconds(2), sending::round);
        }
    }

    /// Sends everything that is due now.
    void round() {
        sendAll();
        for (var id : queue.programsDue(clock.instant())) {
            programs.byId(id).ifPresent(program -> ProgramContext.run(program, this::sendAll));
        }
    }

    private void sendAll() {
        Instant now = clock.instant();
        queue.forgetGivenUp(now.minus(KEEP_GIVEN_UP));
        List<NoticeQueue.Taken> taken = queue.take(now, now.plus(LEASE));
        while (!taken.isEmpty()) {
            taken.forEach(this::send);
            taken = queue.take(now, now.plus(LEASE));
        }
    }

    private void send(NoticeQueue.Taken notice) {
        boolean dead =
                notice.expiresAt().map(end -> !clock.instant().isBefore(end)).orElse(false);
        Optional<Mail> mail = dead ? Optional.empty() : mail(notice);
        try {
            mail.ifPresent(outbox::send);
            queue.forget(notice);
        } catch (MailException refused) {
            LOG.warn("a mail was not taken: {}", refused.getClass().getSimpleName());
            later(notice);
        }
    }

    private void later(NoticeQueue.Taken notice) {
        if (notice.attempts() >= MOST_ATTEMPTS) {
            queue.giveUp(notice);
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(notice.attempts() - 1, 16));
        Duration capped = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        double jitter = ThreadLocalRandom.current().nextDouble(0.5, 1.0);
        Duration wait = Duration.ofMillis((long) (capped.toMillis() * jitter));
        queue.tryAgain(notice, clock.instant().plus(wait));
    }

    /// Nobody to send to, such as a removed account: empty.
    private Optional<Mail> mail(NoticeQueue.Taken notice) {
        if (notice.ring().isPresent()) {
            NoticeQueue.Address address = notice.ring().get();
            byte[] opened = key.open(
                    Purpose.NOTICE_ADDRESS,
                    Notices.row(address.ring()),
                    address.sealed().bytes());
            return Optional.of(write(notice, new String(opened, StandardCharsets.UTF_8), address.language(), "/p/"));
        }
        return notice.account()
                .flatMap(accounts::find)
                .map(account -> write(notice, account.email(), account.language(), "/staff/"));
    }

    private Mail write(NoticeQueue.Taken notice, String to, String language, String side) {
        Texts texts = Texts.in(language);
        return switch (notice.wording()) {
            case CODE -> {
                byte[] code = key.open(
                        Purpose.SIGN_IN_CODE,
                        Notices.row(notice.id()),
                        notice.code().orElseThrow().bytes());
                String digits = new String(code, StandardCharsets.UTF_8);
                String minutes = Integer.toString(Limit.SIGN_IN_MINUTES.number());
                yield new Mail(to, texts.of("notices.code.subject"), texts.of("notices.code.text", digits, minutes));
            }
            case UPDATE, FOLLOW_UP -> {
                String link = settings.link(side + ProgramContext.current().slug());
                yield new Mail(to, texts.of("notices.update.subject"), texts.of("notices.update.text", link));
            }
        };
    }
}
