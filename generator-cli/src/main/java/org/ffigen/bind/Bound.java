package org.ffigen.bind;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ffigen.config.KeptNames;
import org.ffigen.java.JavaBindings;
import org.ffigen.model.DeclId;

/**
 * What the Java of an API is.
 *
 * @param java all files
 * @param names the Java names of types with files of their own, of functions, variables and macros
 * @param givenNames the names that are not what the naming rules alone make of C's, in order
 * @param kept what gives the same names again, whatever the headers gain
 * @param unused typedefs of function pointers that nothing uses, and that no Java is of
 */
public record Bound(JavaBindings java, Map<DeclId, String> names, List<GivenName> givenNames,
        KeptNames kept, Set<DeclId> unused) {

    public Bound {
        names = Map.copyOf(names);
        unused = Set.copyOf(unused);
        givenNames = List.copyOf(givenNames);
    }
}
