package org.ffigen.bind;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ffigen.model.Declaration;
import org.ffigen.model.NativeApi;

/**
 * Declarations in the order in which they get their names: as they stand in the headers, so that what is added at the
 * end gives way to what was there. What system headers declare comes last.
 */
final class DeclarationOrder {

    private DeclarationOrder() {
    }

    static List<Declaration> of(NativeApi api) {
        Map<String, Integer> headers = new HashMap<>();
        api.headers().forEach(header -> headers.putIfAbsent(header, headers.size()));
        return api.declarations()
                .values()
                .stream()
                .sorted(Comparator.<Declaration>comparingInt(d -> d.source().line() > 0 ? 0 : 1)
                        // The headers that were named come in their order, before the ones they include.
                        .thenComparingInt(d -> headers.getOrDefault(d.source().file(), headers.size()))
                        .thenComparing(d -> d.source().file())
                        .thenComparingInt(d -> d.source().line())
                        .thenComparingInt(d -> d.source().column())
                        .thenComparingInt(d -> underscores(d.id().name()))
                        .thenComparing(Declaration::id))
                .toList();
    }

    /**
     * One macro may declare several things, which then stand at one place; glibc's do so with {@code sin} and
     * {@code __sin}.
     */
    private static int underscores(String name) {
        int count = 0;
        while (count < name.length() && name.charAt(count) == '_') {
            count++;
        }
        return count;
    }
}
