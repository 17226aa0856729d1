package org.holdfast.shared.web;

/// What a person sees when something is not there or went wrong.
///
/// @param key which words: `notFound`, `notUnderstood`, `tryAgain` or `fault`
public record ErrorPage(Frame frame, String key) {}
