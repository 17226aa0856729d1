package org.holdfast.conversations;

/// A sealed message as both sides fetch it.
///
/// @param direction 1 to whoever asked, 2 to the supporter
/// @param sequence from 1, in its direction
/// @param envelope base64url
/// @param sentAt to the minute, as ISO 8601 in UTC
record Message(int direction, int sequence, String envelope, String sentAt) {}
