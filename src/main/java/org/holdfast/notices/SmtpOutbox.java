package org.holdfast.notices;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Mail by SMTP, under a sender's name that says nothing.
@Component
@ConditionalOnBooleanProperty(name = "holdfast.demo", havingValue = false, matchIfMissing = true)
class SmtpOutbox implements Outbox {

    private static final String SENDER = "Home";

    private final JavaMailSender sender;
    private final MailSettings settings;

    SmtpOutbox(JavaMailSender sender, MailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public void send(Mail mail) {
        var message = sender.createMimeMessage();
        try {
            var parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.from(), SENDER);
            parts.setTo(mail.to());
            parts.setSubject(mail.subject());
            parts.setText(mail.text());
            // no automatic answers, and no copy of one
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException("a mail could not be put together");
        }
        sender.send(message);
    }
}
