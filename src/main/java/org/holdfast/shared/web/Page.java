package org.holdfast.shared.web;

import org.springframework.http.HttpStatus;

/// A page to render: a template below `src/main/jte` and the one record it takes.
public record Page(String template, Record model, HttpStatus status) {

    public Page(String template, Record model) {
        this(template, model, HttpStatus.OK);
    }

    /// A form that was not accepted: the same page again, with the messages at their fields.
    public static Page refused(String template, Record model) {
        return new Page(template, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
