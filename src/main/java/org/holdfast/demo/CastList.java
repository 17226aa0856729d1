package org.holdfast.demo;

import java.util.List;
import java.util.Optional;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.Accounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Who plays in the demo, and under which account.
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
class CastList {

    private final List<Hospital> hospitals;
    private final Accounts accounts;

    CastList(JsonMapper json, Accounts accounts) {
        this.hospitals = List.of(Hospital.read(json, "harbor"), Hospital.read(json, "lakeside"));
        this.accounts = accounts;
    }

    /// One of the cast, and where.
    record Part(Hospital hospital, Hospital.Person person) {}

    List<Hospital> hospitals() {
        return hospitals;
    }

    Optional<Part> find(String who) {
        return hospitals.stream()
                .flatMap(hospital -> hospital.people().stream()
                        .filter(person -> person.who().equals(who))
                        .map(person -> new Part(hospital, person)))
                .findFirst();
    }

    /// The short name of one of the cast; somebody who was added later has none, and the server no passphrase of
    /// theirs.
    Optional<String> who(AccountId account) {
        return accounts.find(account)
                .map(found -> found.email().substring(0, found.email().indexOf('@')))
                .filter(who -> find(who).isPresent());
    }

    /// The account of one of the cast; made where there is none.
    AccountId open(Hospital hospital, Hospital.Person person) {
        return accounts.open(mail(hospital, person), person.name(), person.language());
    }

    static String mail(Hospital hospital, Hospital.Person person) {
        return person.who() + "@" + hospital.slug() + ".example";
    }
}
