package org.holdfast.notices;

/// Where mails go: to the mail server, or in the demo to a page of the demo itself.
interface Outbox {

    /// @throws org.springframework.mail.MailException if it did not take the mail; it is tried again later
    void send(Mail mail);
}
