package org.holdfast.accounts;

import java.time.Instant;
import java.util.Optional;
import org.holdfast.shared.Secret;

/// Somebody asked for a sign-in code. Published for an unknown address too, without an account: whoever hears it takes
/// the same way and mails nothing.
public record SignInCodeAsked(Optional<AccountId> account, Secret code, Instant expiresAt) {}
