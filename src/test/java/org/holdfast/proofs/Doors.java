package org.holdfast.proofs;

import static org.holdfast.proofs.Doors.Who.AMARA;
import static org.holdfast.proofs.Doors.Who.BEA;
import static org.holdfast.proofs.Doors.Who.BEN;
import static org.holdfast.proofs.Doors.Who.CHLOE;
import static org.holdfast.proofs.Doors.Who.DANA;

import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.holdfast.Cast;

/// Who gets in where: every handler of the application with the people of [Story] who may see it. A handler that is not
/// written down here fails the test; this is the list to read when asking "who can see what?". What the demo adds is
/// not
/// part of the application; its own test looks at it.
final class Doors {

    enum Who {
        AMARA, // asks, talks with Ben
        ABEL, // asks, waits
        BEN, // supports Amara; Abel's request is offered to him
        BEA, // another supporter
        CHLOE, // coordinates
        DANA, // directs
        DEV, // everything in another program
        EVE // signed out
    }

    /// @param posted a body that the handler would take: form fields, or JSON where it begins with a brace
    record Door(Set<Who> who, String posted) {}

    private static final Map<String, Door> ALL = new LinkedHashMap<>();

    private Doors() {}

    static Map<String, Door> all() {
        return ALL;
    }

    static {
        // anyone
        open("GET /", "");
        open("GET /health", "");
        open("GET /p/{slug}", "");
        open("GET /p/{slug}/keys", "");
        open("POST /p/{slug}/requests", "{}");
        open("GET /staff/sign-in", "");
        open("POST /staff/sign-in", "email=");
        open("GET /staff/code", "");
        open("POST /staff/code", "code=");
        open("POST /staff/sign-out", "");
        // whoever is signed in to anything
        door("GET /staff", "", BEN, BEA, CHLOE, DANA, Who.DEV);
        // whoever has the words; Abel's lead to his own
        for (String path : new String[] {"", "/stream", "/messages"}) {
            door("GET /p/{slug}/visit" + path, "", AMARA, Who.ABEL);
        }
        door("DELETE /p/{slug}/visit", "", AMARA, Who.ABEL);
        door("POST /p/{slug}/visit/words", "{}", AMARA, Who.ABEL);
        door("POST /p/{slug}/visit/name-answer", "{\"offerId\":\"{offer}\",\"yes\":true}", AMARA, Who.ABEL);
        door("POST /p/{slug}/visit/change", "{}", AMARA, Who.ABEL);
        door("POST /p/{slug}/visit/check-in", "{\"weeks\":2}", AMARA, Who.ABEL);
        door("POST /p/{slug}/visit/ending", "{}", AMARA, Who.ABEL);
        door("POST /p/{slug}/visit/reopening", "{}", AMARA, Who.ABEL);
        door("POST /p/{slug}/visit/follow-up", "{\"address\":\"a@example.org\",\"weeks\":2}", AMARA, Who.ABEL);
        door("POST /p/{slug}/visit/note", "{\"note\":\"{note}\",\"intakeNumber\":1}", AMARA, Who.ABEL);
        door(
                "POST /p/{slug}/visit/messages",
                "{\"pairing\":1,\"sequence\":2,\"envelope\":\"{message}\"}",
                AMARA,
                Who.ABEL);
        // any member
        for (String path : new String[] {"", "/key", "/keys", "/stream"}) {
            door("GET /staff/{slug}" + path, "", BEN, BEA, CHLOE, DANA);
        }
        door("POST /staff/{slug}/keys/staff", "{\"publicKey\":\"\",\"wrapped\":\"\"}", BEN, BEA, CHLOE, DANA);
        door("POST /staff/{slug}/keys/wraps", "{\"wraps\":[]}", BEN, BEA, CHLOE, DANA);
        door("DELETE /staff/{slug}/keys/wraps/{number}", "", BEN, BEA, CHLOE, DANA);
        // supporters, about themselves
        door("GET /staff/{slug}/profile", "", BEN, BEA);
        door("POST /staff/{slug}/profile", "languages=en", BEN, BEA);
        door("POST /staff/{slug}/profile/hours", "", BEN, BEA);
        door("POST /staff/{slug}/profile/absences", "from=2027-02-01&to=2027-02-02", BEN, BEA);
        door("POST /staff/{slug}/profile/absences/{absence}/removal", "", BEN, BEA);
        door("POST /staff/{slug}/profile/pause", "paused=true", BEN, BEA);
        door("POST /staff/{slug}/profile/capacity", "capacity=2", BEN, BEA);
        door("POST /staff/{slug}/profile/on-call", "until=", BEN, BEA);
        door("GET /staff/{slug}/informal-talks", "", BEN, BEA);
        door("POST /staff/{slug}/informal-talks", "outcome=TALKED", BEN, BEA);
        // the one supporter who was asked
        door("GET /staff/{slug}/offers/{offer}", "", BEN);
        door("POST /staff/{slug}/offers/{offer}/acceptance", "{}", BEN);
        door("POST /staff/{slug}/offers/{offer}/refusal", "{}", BEN);
        // the one supporter who said yes
        String talk = "/staff/{slug}/talks/{pairing}";
        for (String path : new String[] {"", "/envelopes", "/messages"}) {
            door("GET " + talk + path, "", BEN);
        }
        door("POST " + talk + "/opening", "{\"opening\":\"{opening}\",\"copy\":\"{copy}\"}", BEN);
        door("POST " + talk + "/messages", "{\"sequence\":1,\"envelope\":\"{message}\"}", BEN);
        door("POST " + talk + "/first-contact", "{}", BEN);
        door("POST " + talk + "/pass-on", "{}", BEN);
        door("POST " + talk + "/danger", "{\"on\":true}", BEN);
        door("POST " + talk + "/check-in", "{\"weeks\":2}", BEN);
        door("POST " + talk + "/ending", "{}", BEN);
        door(
                "POST " + talk + "/tally",
                "{\"profession\":\"unknown\",\"topic\":\"unknown\",\"channel\":\"CALL\",\"minutes\":\"TO_30\","
                        + "\"contacts\":\"ONE\",\"outcome\":\"TALKED\"}",
                BEN);
        // coordinators, and directors, who in a small program are the same person
        door("GET /staff/{slug}/board", "", CHLOE, DANA);
        door("GET /staff/{slug}/board/{request}", "", CHLOE, DANA);
        door("POST /staff/{slug}/board/{request}/offers", "{\"supporter\":\"{supporter}\"}", CHLOE, DANA);
        door("POST /staff/{slug}/board/{request}/release", "{}", CHLOE, DANA);
        door("POST /staff/{slug}/board/{request}/seen", "{}", CHLOE, DANA);
        door("GET /staff/{slug}/roster", "", CHLOE, DANA);
        door("POST /staff/{slug}/roster/{supporter}/due-dates", "trainingDue=2027-05-01", CHLOE, DANA);
        // directors
        for (String path : new String[] {"/log", "/people", "/people/new", "/people/{member}"}) {
            door("GET /staff/{slug}" + path, "", DANA);
        }
        door("POST /staff/{slug}/people", "name=Nora&email=nora%40example.org&roles=SUPPORTER", DANA);
        door("POST /staff/{slug}/people/{member}/roles", "roles=SUPPORTER", DANA);
        door("POST /staff/{slug}/people/{member}/removal", "", DANA);
        door("POST /staff/{slug}/keys/statements", "{\"body\":\"\",\"signature\":\"\",\"wraps\":[]}", DANA);
        door("POST /staff/{slug}/keys/program", "{\"publicKey\":\"\",\"wrapped\":\"\"}", DANA);
        door("POST /staff/{slug}/keys/holders", "{\"member\":\"{supporter}\",\"wrapped\":\"\"}", DANA);
    }

    private static void open(String handler, String posted) {
        ALL.put(handler, new Door(EnumSet.allOf(Who.class), posted));
    }

    private static void door(String handler, String posted, Who... who) {
        ALL.put(handler, new Door(EnumSet.copyOf(Arrays.asList(who)), filled(posted)));
    }

    private static String filled(String posted) {
        return posted.replace("{note}", text(1, 4150))
                .replace("{copy}", text(2, 4662))
                .replace("{opening}", text(3, 566))
                .replace("{message}", text(4, 290));
    }

    private static String text(int kind, int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Cast.envelope(kind, 1, length));
    }
}
