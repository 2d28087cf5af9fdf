package sqlite;

import static sqlite.generated.Sqlite3Library.DONE;
import static sqlite.generated.Sqlite3Library.OK;
import static sqlite.generated.Sqlite3Library.ROW;

import sqlite.generated.Sqlite3Library;

/** SQLite gave a status that is an error. */
public final class SqliteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SqliteException(String message) {
        super(message);
    }

    /** Named in ffigen.yaml: judges the status of every call. */
    public static void check(int status) {
        if (status != OK && status != ROW && status != DONE) {
            throw new SqliteException("SQLite: " + Sqlite3Library.errstr(status));
        }
    }
}
