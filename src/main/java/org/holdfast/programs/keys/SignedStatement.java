package org.holdfast.programs.keys;

/// A statement as it was signed.
///
/// @param keyNumber of the program key that signed
/// @param body exact bytes, base64url
/// @param signature Ed25519, base64url
public record SignedStatement(int number, int keyNumber, String body, String signature) {}
