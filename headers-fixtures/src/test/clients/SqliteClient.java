package client;

import static lib.sqlite3.Sqlite3Library.SQLITE_OK;
import static lib.sqlite3.Sqlite3Library.sqlite3Close;
import static lib.sqlite3.Sqlite3Library.sqlite3Exec;
import static lib.sqlite3.Sqlite3Library.sqlite3Free;
import static lib.sqlite3.Sqlite3Library.sqlite3LastInsertRowid;
import static lib.sqlite3.Sqlite3Library.sqlite3Open;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import lib.sqlite3.Sqlite3;
import lib.sqlite3.Sqlite3Exec_Callback;
import lib.sqlite3.Sqlite3Library;
import org.ffigen.runtime.BytePtr;
import org.ffigen.runtime.FunctionPointer;
import org.ffigen.runtime.PointerRef;

/** A database in memory, queried with a callback for each row. */
final class SqliteClient {

    private SqliteClient() {
    }

    public static void main(String[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            PointerRef<Sqlite3> slot = PointerRef.allocate(arena, Sqlite3::of);
            expectOk(sqlite3Open(":memory:", slot));
            Sqlite3 db = slot.get();

            expectOk(sqlite3Exec(db, "create table t(id integer primary key, name text);"
                    + "insert into t values (4294967298, 'wide'); insert into t(name) values (null)", null,
                    MemorySegment.NULL, null));
            FunctionPointer<Sqlite3Exec_Callback> print = Sqlite3Exec_Callback.of((user, count, values, names) -> {
                StringBuilder row = new StringBuilder("row");
                for (int i = 0; i < count; i++) {
                    row.append(' ').append(names.get(i).getString()).append('=')
                            .append(values.get(i).isNull() ? "NULL" : values.get(i).getString());
                }
                System.out.println(row);
                return 0;
            }, arena);
            expectOk(sqlite3Exec(db, "select id, name from t", print, MemorySegment.NULL, null));
            System.out.println("rowid " + sqlite3LastInsertRowid(db));

            PointerRef<BytePtr> error = PointerRef.allocate(arena, Sqlite3Library.Pointers::bytes);
            if (sqlite3Exec(db, "nonsense", null, MemorySegment.NULL, error) != SQLITE_OK) {
                System.out.println("error " + error.get().getString());
                sqlite3Free(error.get().segment());
            }
            expectOk(sqlite3Close(db));
        }
    }

    private static void expectOk(int status) {
        if (status != SQLITE_OK) {
            throw new IllegalStateException("sqlite3: " + status);
        }
    }
}
