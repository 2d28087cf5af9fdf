package org.ffigen.bind;

import java.util.List;
import java.util.Map;
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
 */
public record Bound(JavaBindings java, Map<DeclId, String> names, List<GivenName> givenNames,
        KeptNames kept) {

    public Bound {
        names = Map.copyOf(names);
        givenNames = List.copyOf(givenNames);
    }
}
