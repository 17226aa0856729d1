package org.holdfast.shared;

/// Every limit of the product, in one place: forms, interfaces and pages read it here.
public enum Limit {
    /// Characters of a person's name.
    NAME(120),
    /// Characters of a mail address (RFC 5321, section 4.5.3.1.3, less the brackets).
    MAIL_ADDRESS(254),
    /// Characters of a specialty.
    SPECIALTY(80),
    /// Things one may choose from a list (sites, departments, topics).
    CHOICES(20),
    /// People one may name as not to be proposed.
    RULED_OUT(20),
    /// Bytes of a posted JSON body.
    JSON_BODY(65_536),
    /// The same on staff pages, where signed statements are posted.
    STAFF_JSON_BODY(524_288),
    /// Messages handed out at once.
    MESSAGE_PAGE(50),
    /// Rows of a list page.
    LIST_PAGE(25),
    /// Digits of a sign-in code.
    SIGN_IN_DIGITS(8),
    /// Wrong tries of a sign-in code.
    SIGN_IN_TRIES(5),
    /// Minutes a sign-in code lives.
    SIGN_IN_MINUTES(10),
    /// Sign-in codes mailed to one address an hour.
    SIGN_IN_CODES_AN_HOUR(6),
    /// Minutes without a click after which a staff session ends and its key is dropped.
    STAFF_IDLE_MINUTES(15),
    /// Hours after which a staff session ends whatever happens.
    STAFF_SESSION_HOURS(12),
    /// Wrong return words a minute from one source.
    WRONG_WORDS_A_MINUTE(10),
    /// Requests of one door an hour before the next ones are parked.
    REQUESTS_AN_HOUR(60),
    /// Live pages one instance keeps open.
    LIVE_PAGES(6_000);

    private final int number;

    Limit(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
