package org.holdfast.shared;

import java.util.UUID;

/// Which program a row, a page or a worker belongs to.
public record ProgramId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
