package sqlite;

import static java.lang.foreign.MemorySegment.NULL;
import static sqlite.generated.Sqlite3Library.*;

import java.lang.foreign.Arena;
import java.util.StringJoiner;

import org.ffigen.runtime.FunctionPointer;
import sqlite.generated.Sqlite3;
import sqlite.generated.Exec_Callback;
import sqlite.generated.UpdateHook_Arg2;
import sqlite.generated.Stmt;

/** Cities in a database in memory: prepared statements, an update hook, a row callback, errors. */
public final class Main {
    private static final int ALL = -1;

    private Main() {
    }

    public static void main(String[] arguments) {
        try (Arena arena = Arena.ofConfined();
                Sqlite3 db = open(":memory:", OPEN_READWRITE | OPEN_CREATE, null)) {
            execute(db, "CREATE TABLE city (id INTEGER PRIMARY KEY, name TEXT NOT NULL)");
            updateHook(db, UpdateHook_Arg2.of((user, operation, database, table, row) -> System.out
                    .println((operation == INSERT ? "inserted " : "changed ") + table.getString() + " " + row), arena),
                    NULL);

            insert(db, 1, "Zürich");
            insert(db, (1L << 32) + 2, "Straßburg");
            System.out.println("found " + find(db, "Straßburg"));

            exec(db, "SELECT name, id FROM city ORDER BY name", Exec_Callback.of((user, columns, values, names) -> {
                StringJoiner row = new StringJoiner(", ");
                for (int i = 0; i < columns; i++) {
                    row.add(names.get(i).getString() + " = " + values.get(i).getString());
                }
                System.out.println(row);
                return OK;
            }, arena), NULL, null);

            try {
                execute(db, "SELECT nothing FROM nowhere");
            } catch (SqliteException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static void insert(Sqlite3 db, long id, String name) {
        try (Stmt insert = prepare(db, "INSERT INTO city VALUES (?, ?)", ALL, null)) {
            bindInt64(insert, 1, id);
            bindText(insert, 2, name, ALL, FunctionPointer.of(SQLITE_TRANSIENT));
            step(insert);
        }
    }

    private static long find(Sqlite3 db, String name) {
        try (Stmt select = prepare(db, "SELECT id FROM city WHERE name = ?", ALL, null)) {
            bindText(select, 1, name, ALL, FunctionPointer.of(SQLITE_TRANSIENT));
            if (step(select) != ROW) {
                throw new IllegalArgumentException("no city " + name);
            }
            return columnInt64(select, 0);
        }
    }

    private static void execute(Sqlite3 db, String sql) {
        exec(db, sql, null, NULL, null);
    }
}
