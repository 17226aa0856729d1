package org.holdfast.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.accounts.Accounts;
import org.holdfast.accounts.SignInCodeAsked;
import org.holdfast.programs.Programs;
import org.holdfast.shared.Secret;
import org.holdfast.shared.ServerKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/// What a real mail server gets, and what happens while it is down.
@HoldfastTest
class SendingTest {

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Notices notices;

    @Autowired
    NoticeQueue queue;

    @Autowired
    Accounts accounts;

    @Autowired
    Programs programs;

    @Autowired
    ServerKey key;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    GreenMail server;
    Sending sending;
    Cast.World world;

    @BeforeEach
    void aMailServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        sending = sendingTo(server.getSmtp().getPort());
        // what other tests left would be sent too: it waits for a test's clock that has gone on
        sending.round();
        server.reset();
        sending = sendingTo(server.getSmtp().getPort());
        world = cast.world();
    }

    @AfterEach
    void down() {
        server.stop();
    }

    @Test
    void aNoticeSaysThatThereIsNewsAndNothingElse() throws Exception {
        world.in(() -> {
            notices.toMember(world.member("Ben").account());
            return true;
        });
        sending.round();

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("You have an update");
        assertThat(mail.getContent().toString().strip().replace("\r", ""))
                .isEqualTo("You have an update.\n\nhttps://home.example/staff/" + world.slug());
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Home <home@home.example>");
        assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("ben@" + world.slug() + ".example");
        sending.round();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aRingIsReachedInItsLanguageAndItsAddressIsNowhereInThePlain() throws Exception {
        RingId ring = world.in(() -> {
            RingId made = notices.keepAddress("amara@phone.example", "es");
            notices.ring(made);
            notices.ring(made);
            return made;
        });
        byte[] kept = world.in(() -> jdbc.sql("select address from notices.ring where id = :id")
                .param("id", ring.value())
                .query(byte[].class)
                .single());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("amara");

        sending.round();
        assertThat(onlyMail().getSubject()).isEqualTo("Hay novedades para usted");
        assertThat(onlyMail().getContent().toString()).contains("https://home.example/p/" + world.slug());
    }

    @Test
    void aForgottenRingGetsNothing() {
        world.in(() -> {
            RingId made = notices.keepAddress("amara@phone.example", "en");
            notices.ring(made);
            notices.forget(made);
            return made;
        });
        sending.round();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void whileTheServerIsDownNoticesWaitAndThenGoOutOnce() {
        int port = server.getSmtp().getPort();
        server.stop();
        world.in(() -> {
            notices.toMember(world.member("Ben").account());
            return true;
        });
        sending.round();
        sending.round();
        assertThat(attempts()).containsExactly(1);

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
        clock.forward(Duration.ofMinutes(1));
        sending.round();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(attempts()).isEmpty();
    }

    @Test
    void whatCannotBeDeliveredIsGivenUpAndCounted() {
        server.stop();
        world.in(() -> {
            notices.toMember(world.member("Ben").account());
            return true;
        });
        for (int i = 0; i < 40; i++) {
            sending.round();
            clock.forward(Duration.ofHours(7));
        }
        assertThat(world.in(() -> notices.undelivered())).isEqualTo(1);
        assertThat(attempts()).containsExactly(18);
    }

    @Test
    void aCodeGoesOutWithItsDigitsAndIsSealedUntilThen() throws Exception {
        ask("12345678");
        byte[] sealed = jdbc.sql("select code from notices.notice where wording = 'CODE' and account_id = :account")
                .param("account", world.member("Dana").account().value())
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("12345678");

        sending.round();
        assertThat(onlyMail().getSubject()).isEqualTo("Your code");
        assertThat(onlyMail().getContent().toString()).startsWith("12345678");
    }

    @Test
    void aDeadCodeIsNotSent() {
        ask("12345678");
        clock.forward(Duration.ofMinutes(10));
        sending.round();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private void ask(String code) {
        transaction.executeWithoutResult(status -> events.publishEvent(new SignInCodeAsked(
                Optional.of(world.member("Dana").account()),
                Secret.of(code),
                clock.instant().plus(Duration.ofMinutes(10)))));
    }

    private MimeMessage onlyMail() {
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(Arrays.asList(mails)).hasSize(1);
        return mails[0];
    }

    private List<Integer> attempts() {
        return world.in(() -> jdbc.sql("select attempts from notices.notice where wording = 'UPDATE'")
                .query(Integer.class)
                .list());
    }

    private Sending sendingTo(int port) {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        var settings = new MailSettings("home@home.example", URI.create("https://home.example/"));
        return new Sending(queue, accounts, programs, key, new SmtpOutbox(mail, settings), settings, clock);
    }
}
