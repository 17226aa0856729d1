package org.holdfast.supporters;

import org.holdfast.programs.MemberId;

/// A supporter supports nobody any more. Heard in the same transaction, with the supporter's row locked: their offers
/// end, and what they carried goes back to matching.
public record SupporterLeft(MemberId supporter) {}
