package org.ffigen.bind;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ffigen.java.OpaqueClass;

/**
 * Java that makes handles with an end and function pointers, seen from the class of a library's instances: what an
 * instance gives, that instance closes, and no longer than it is open its functions can be called.
 *
 * @param making matches the beginning of what makes a handle: {@code Jar.of(}
 * @param withFunctions the records whose values have function pointers
 */
record OwnedTexts(Pattern making, Set<String> withFunctions) {

    private static final Pattern CLOSING = Pattern.compile("^OwnedPointer\\.closeNullable\\((\\w+)\\)$");
    private static final Pattern POINTING = Pattern.compile("(?<![\\w.$])FunctionPointer\\.of\\(");
    private static final Pattern PLACE = Pattern.compile("^(\\w+)\\.Ptr (\\w+) = ");
    private static final Pattern VALUE = Pattern.compile("^(.*)\\.get\\(\\)$", Pattern.DOTALL);
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    static OwnedTexts of(List<OpaqueClass> opaques, Set<String> withFunctions) {
        String names = opaques.stream()
                .filter(opaque -> !opaque.instance().isEmpty())
                .map(opaque -> Pattern.quote(opaque.name()))
                .collect(Collectors.joining("|"));
        return new OwnedTexts(names.isEmpty() ? NOTHING : Pattern.compile("(?<![\\w.$])(" + names + ")\\.of\\("),
                withFunctions);
    }

    /**
     * The same Java for a method of an instance.
     *
     * @param self how the method's class refers to the instance: {@code this}
     */
    String ofInstance(String java, String self) {
        return POINTING.matcher(making.matcher(java).replaceAll("$1.of(" + self + ", "))
                .replaceAll("opened_.pointerTo(");
    }

    /** The Java of a value of that type, which is read at a place. */
    String valueOfInstance(String java, String type) {
        return withFunctions.contains(type) ? VALUE.matcher(java).replaceFirst("opened_.valueAt($1)") : java;
    }

    /**
     * Java that reads values at places.
     *
     * @param statements what makes the places
     */
    String valuesOfInstance(String java, List<String> statements) {
        String read = java;
        for (String statement : statements) {
            Matcher place = PLACE.matcher(statement);
            if (place.find() && withFunctions.contains(place.group(1))) {
                read = read.replaceAll("\\b" + place.group(2) + "\\.get\\(\\)",
                        "opened_.valueAt(" + place.group(2) + ")");
            }
        }
        return read;
    }

    /**
     * The same for a method that may close one.
     *
     * @param release the method that frees what an address points to, if it does
     */
    String ofInstance(String java, String self, String release) {
        return CLOSING.matcher(ofInstance(java, self))
                .replaceFirst("OwnedPointer.closeNullable($1, " + self + "::" + release + ")");
    }
}
