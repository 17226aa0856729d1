package org.holdfast.accounts;

/// A person who can sign in. Prints neither name nor address.
///
/// @param language `en` or `es`: of pages after sign-in and of mails
public record Account(AccountId id, String email, String name, String language) {

    @Override
    public String toString() {
        return "Account " + id.value();
    }
}
