package org.holdfast.programs.keys;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What browsers are told about keys; all bytes are base64url. Nothing here is believed: a browser checks signatures,
/// numbers and fingerprints itself.
final class KeysShown {

    private KeysShown() {}

    /// @param succession what the key before said of this one, signed by it
    record ProgramKeyShown(
            int number,
            String key,
            @Nullable String succession,
            @Nullable String signature,
            boolean broken) {

        static ProgramKeyShown of(ProgramKey key) {
            return new ProgramKeyShown(
                    key.number(), key.publicKey().base64url(), key.succession(), key.signature(), key.broken());
        }
    }

    record StatementShown(String body, String signature, int keyNumber) {

        static StatementShown of(SignedStatement statement) {
            return new StatementShown(statement.body(), statement.signature(), statement.keyNumber());
        }
    }

    /// The public part, for everyone.
    record PublicKeys(
            String program,
            List<ProgramKeyShown> programKeys,
            @Nullable StatementShown statement) {}

    record OwnKey(int number, String publicKey, String wrapped) {}

    /// @param number of the wrapped key; `keyNumber`: of the own staff key it is wrapped for
    record OwnWrap(int number, int keyNumber, String wrapped) {}

    record IntakeShown(int number, String publicKey) {}

    record MissingWrap(UUID member, int number) {}

    /// Somebody whose newest staff key waits to be compared.
    ///
    /// @param supporter whether their key is to stand in the statement
    /// @param holder whether the program key is to be wrapped for them
    record Newcomer(
            UUID member,
            String name,
            String salt,
            int keyNumber,
            String publicKey,
            boolean supporter,
            boolean holder) {}

    /// What is for directors alone.
    ///
    /// @param active all supporters who are here
    /// @param renewalDue whether the next statement must name a new intake key, as things stand
    /// @param intakeHolders who has a wrap of the present intake key, for which staff key of theirs: where none of
    /// the next statement's supporters has one (the only reader has a new staff key), it must name a new key too
    record ForDirectors(
            List<OwnWrap> programWraps,
            List<UUID> active,
            boolean renewalDue,
            List<Holder> intakeHolders,
            List<Newcomer> newcomers) {}

    record Holder(UUID member, int keyNumber) {}

    /// `GET /staff/{slug}/keys`.
    ///
    /// @param name of this member as the program's people know it, with the salt of its commitment
    /// @param day today in the program's zone, ISO
    /// @param own all staff keys of the account, the newest first
    /// @param intakeKeys the present one, and retired ones that still have a note
    /// @param toWrap what this reader can wrap for signed newcomers
    /// @param director only for a director
    record StaffKeysShown(
            PublicKeys keys,
            UUID account,
            UUID member,
            String name,
            String salt,
            String day,
            List<OwnKey> own,
            List<IntakeShown> intakeKeys,
            List<OwnWrap> intakeWraps,
            List<MissingWrap> toWrap,
            @Nullable ForDirectors director) {}
}
