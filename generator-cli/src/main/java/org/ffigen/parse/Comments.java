package org.ffigen.parse;

import java.util.Optional;
import org.ffigen.clang.Cursor;

/** Doc comments as written, with Unix line ends. */
final class Comments {

    private Comments() {
    }

    static Optional<String> of(Cursor declaration) {
        return declaration.rawComment().map(text -> text.replace("\r\n", "\n"));
    }
}
