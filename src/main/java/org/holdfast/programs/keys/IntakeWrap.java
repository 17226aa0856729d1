package org.holdfast.programs.keys;

import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.PublicKey;

/// An intake key wrapped for one reader's staff key.
///
/// @param number of the intake key
/// @param keyNumber of the reader's staff key
/// @param publicKey of the intake key, X25519
public record IntakeWrap(int number, int keyNumber, PublicKey publicKey, Ciphertext wrapped) {}
