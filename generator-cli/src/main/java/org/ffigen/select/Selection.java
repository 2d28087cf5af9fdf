package org.ffigen.select;

import java.util.List;
import org.ffigen.model.Declaration;
import org.ffigen.model.NativeApi;

/** Decides what is bound: what own headers declare, with the types that it needs, and nothing else. */
public final class Selection {

    private Selection() {
    }

    /**
     * The selected part of an api. A declaration is an own header's if its source has a line.
     *
     * @throws IllegalArgumentException if a type is referred to that the api lacks
     */
    public static NativeApi apply(NativeApi api) {
        List<Declaration> roots = api.declarations().values().stream().filter(d -> d.source().line() > 0).toList();
        return new NativeApi(api.library(), api.headers(), api.arguments(), api.targets(),
                new DependencyClosure(api).of(roots), api.skipped());
    }
}
