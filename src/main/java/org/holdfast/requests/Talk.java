package org.holdfast.requests;

import java.util.UUID;
import org.holdfast.programs.MemberId;

/// A pairing, as those who exchange messages need it.
///
/// @param number binds the envelopes of this pairing
/// @param open whether messages may be sent: the supporter has opened the conversation, and it has not ended
/// @param channel where the open pages of whoever asked hear that something is new
public record Talk(RequestId request, PairingId pairing, int number, boolean open, UUID channel, MemberId supporter) {}
