package org.holdfast.programs.people;

/// How far somebody has come.
public enum PersonState {
    /// They have made no key yet.
    INVITED("watch"),
    /// Their newest key waits to be compared by voice or face.
    TO_COMPARE("news"),
    /// Signed; some reader's browser has still to wrap for them.
    ALMOST_READY("watch"),
    READY("good"),
    /// What they do needs no key.
    NO_KEY_NEEDED("");

    private final String badge;

    PersonState(String badge) {
        this.badge = badge;
    }

    /// The look of its mark; the words say it too.
    public String badge() {
        return badge;
    }
}
