package org.holdfast.programs.keys;

import org.holdfast.shared.PublicKey;

/// The key that notes are sealed to.
///
/// @param number counts up from 1
/// @param publicKey X25519
public record IntakeKey(int number, PublicKey publicKey) {}
