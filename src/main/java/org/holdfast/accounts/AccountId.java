package org.holdfast.accounts;

import java.util.UUID;

/// A person with an account: staff or member.
public record AccountId(UUID value) {}
