package org.ffigen.bind;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ffigen.java.OpaqueClass;

/**
 * Java that makes handles with an end and function pointers, seen from the class of a library's instances: what an
 * instance gives, that instance closes, and no longer than it is open its functions can be called.
 *
 * @param making matches the beginning of what makes a handle: {@code Jar.of(}
 */
record OwnedTexts(Pattern making) {

    private static final Pattern CLOSING = Pattern.compile("^OwnedPointer\\.closeNullable\\((\\w+)\\)$");
    private static final Pattern POINTING = Pattern.compile("(?<![\\w.$])FunctionPointer\\.of\\(");
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    static OwnedTexts of(List<OpaqueClass> opaques) {
        String names = opaques.stream()
                .filter(opaque -> !opaque.instance().isEmpty())
                .map(opaque -> Pattern.quote(opaque.name()))
                .collect(Collectors.joining("|"));
        return new OwnedTexts(names.isEmpty() ? NOTHING : Pattern.compile("(?<![\\w.$])(" + names + ")\\.of\\("));
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
