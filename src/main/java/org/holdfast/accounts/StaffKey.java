package org.holdfast.accounts;

import java.time.LocalDate;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.PublicKey;

/// A person's X25519 key as the server has it: the public half, and the private one wrapped in their browser under a
/// passphrase the server never sees. Whether it counts, a program's signed statement says.
///
/// @param number counts up within the account, from 1
/// @param publicKey X25519
public record StaffKey(AccountId account, int number, PublicKey publicKey, Ciphertext wrapped, LocalDate madeOn) {}
