package org.ffigen.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ffigen.manifest.ManifestWriter;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.FunctionType;
import org.ffigen.model.Linkage;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.ffigen.model.SourceLocation;
import org.ffigen.model.Target;

/** A manifest to run the command on, so that a test of the command needs no libclang. */
final class SmallManifest {

    private static final SourceLocation PLACE = new SourceLocation("small.h", 1, 1);
    private static final CType INT = new CType.Builtin(BuiltinKind.INT);

    private SmallManifest() {
    }

    /** Writes {@code small.ffigen.json} with functions of these names, a constant and something skipped. */
    static Path write(Path folder, String... functions) throws IOException {
        List<Declaration> declarations = new ArrayList<>();
        for (String name : functions) {
            declarations.add(new Declaration.FunctionDecl(DeclId.function(name), name,
                    new FunctionType(INT, List.of(new FunctionType.Parameter("n", INT)), false, true), Linkage.EXTERNAL,
                    false,
                    Optional.empty(), Optional.empty(), PLACE));
        }
        declarations.add(new Declaration.MacroConstant(new DeclId(DeclId.Kind.MACRO, "SMALL_MAX"), "100",
                new ConstantValue.IntegerValue(BigInteger.valueOf(100), BuiltinKind.INT), Optional.empty(), PLACE));
        Target target = new Target("linux-x86_64", "x86_64-unknown-linux-gnu", 64, 64, 32, true, true);
        NativeApi api = new NativeApi("small", List.of("small.h"), List.of(), Map.of(target.id(), target),
                declarations, List.of(new Skipped("macro", "SMALL_MIN", SkipCode.FUNCTION_LIKE_MACRO,
                        SkipCode.FUNCTION_LIKE_MACRO.reason(), new SourceLocation("small.h", 7, 9))));
        return Files.writeString(folder.resolve("small.ffigen.json"), ManifestWriter.write(api));
    }
}
