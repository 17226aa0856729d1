package org.holdfast.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.StaffKeys;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.PublicKey;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Puts the cast's keys where a browser would have put them.
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
class KeyRows {

    private final JdbcClient jdbc;
    private final StaffKeys staffKeys;
    private final Clock clock;

    KeyRows(JdbcClient jdbc, StaffKeys staffKeys, Clock clock) {
        this.jdbc = jdbc;
        this.staffKeys = staffKeys;
        this.clock = clock;
    }

    void write(CastKeys.Made made) {
        for (CastKeys.StaffKey key : made.staff()) {
            Ciphertext wrapped =
                    Ciphertext.read(Ciphertext.Kind.STAFF_WRAP, key.wrapped()).orElseThrow();
            staffKeys.add(new AccountId(key.account()), new PublicKey(bytes(key.publicKey())), wrapped);
        }
        made.programs().forEach(this::write);
    }

    private void write(CastKeys.ProgramKeys keys) {
        jdbc.sql("select set_config('holdfast.program', ?, true)")
                .param(keys.program().toString())
                .query(String.class)
                .single();
        jdbc.sql("insert into programs.program_key (program, number, public_key) values (?, 1, ?)")
                .params(keys.program(), bytes(keys.programKey()))
                .update();
        jdbc.sql("insert into programs.intake_key (program, number, public_key) values (?, 1, ?)")
                .params(keys.program(), bytes(keys.intakeKey()))
                .update();
        wraps("program_key_wrap", keys.program(), keys.programWraps());
        wraps("intake_key_wrap", keys.program(), keys.intakeWraps());
        jdbc.sql("insert into programs.statement (program, number, key_number, body, signature, made_on)"
                        + " values (?, 1, 1, ?, ?, ?)")
                .params(
                        keys.program(),
                        bytes(keys.statement().body()),
                        bytes(keys.statement().signature()),
                        LocalDate.now(clock))
                .update();
    }

    private void wraps(String table, UUID program, Map<UUID, String> wraps) {
        wraps.forEach((member, wrapped) -> jdbc.sql("insert into programs." + table
                        + " (program, number, member_id, key_number, wrapped)" + " values (?, 1, ?, 1, ?)")
                .params(program, member, bytes(wrapped))
                .update());
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
