package org.holdfast.accounts;

import java.io.Serializable;
import java.util.UUID;

/// A person with an account: staff or member. The principal of a staff session, hence serializable.
public record AccountId(UUID value) implements Serializable {}
