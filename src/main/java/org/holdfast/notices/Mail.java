package org.holdfast.notices;

/// A mail as it goes out. Prints nothing of itself.
public record Mail(String to, String subject, String text) {

    @Override
    public String toString() {
        return "[mail]";
    }
}
