package org.holdfast.demo;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.accounts.AccountId;
import org.holdfast.programs.Programs;
import org.holdfast.programs.Role;
import org.holdfast.shared.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the made-up hospital and its neighbour, once, before the first page is served: all of it or nothing.
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
class FirstStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final CastList cast;
    private final CastKeys keys;
    private final Passphrases passphrases;
    private final KeyRows keyRows;
    private final Programs programs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstStart(
            CastList cast,
            CastKeys keys,
            Passphrases passphrases,
            KeyRows keyRows,
            Programs programs,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.cast = cast;
        this.keys = keys;
        this.passphrases = passphrases;
        this.keyRows = keyRows;
        this.programs = programs;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (programs.all().isEmpty()) {
            LOG.info("First start: making the made-up hospital and its people's keys ...");
            transaction.executeWithoutResult(status -> make());
            programs.refresh();
        }
    }

    private void make() {
        Map<UUID, String> whoByAccount = new LinkedHashMap<>();
        List<CastKeys.Told> told = new ArrayList<>();
        for (Hospital hospital : cast.hospitals()) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(hospital.zone()));
            PlaceRows places = new PlaceRows(jdbc);
            places.write(hospital, today);
            PersonRows rows = new PersonRows(jdbc, places, today);
            List<CastKeys.Person> people = new ArrayList<>();
            for (Hospital.Person person : hospital.people()) {
                AccountId account = cast.open(hospital, person);
                byte[] salt = salt();
                UUID member = rows.write(person, account, salt);
                whoByAccount.put(account.value(), person.who());
                people.add(new CastKeys.Person(
                        account.value(),
                        member,
                        person.name(),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(salt),
                        person.language(),
                        person.roles().contains(Role.DIRECTOR),
                        person.roles().contains(Role.SUPPORTER)));
            }
            told.add(new CastKeys.Told(places.program(), today, people));
        }
        CastKeys.Made made = keys.make(told);
        keyRows.write(made);
        Map<String, String> words = new LinkedHashMap<>();
        made.staff().forEach(key -> words.put(whoByAccount.getOrDefault(key.account(), ""), key.passphrase()));
        passphrases.keep(words);
    }

    private static byte[] salt() {
        UUID chance = Ids.random();
        return ByteBuffer.allocate(16)
                .putLong(chance.getMostSignificantBits())
                .putLong(chance.getLeastSignificantBits())
                .array();
    }
}
