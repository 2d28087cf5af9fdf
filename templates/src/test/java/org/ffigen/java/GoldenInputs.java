package org.ffigen.java;

import java.util.List;
import java.util.stream.Stream;

/** Records that together reach every branch of every template; what they become is checked in under golden/. */
final class GoldenInputs {

    static final String PACKAGE = "golden";
    /** As long as a line of a C comment may be; and what FreeMarker must take for text. */
    static final List<String> BLOCK = List.of("<pre>", "struct sample {", "    int a, b;", "};", "</pre>", "",
            "<p>It costs ${price}, which is not an interpolation; nor is &lt;#if this&gt; a directive.");

    /** Of what the header takes back. */
    static final List<String> DEPRECATED = List.of("A declaration.", "", "@deprecated use another");

    private GoldenInputs() {
    }

    static List<JavaFile> all() {
        return Stream
                .of(GoldenLibraries.all(), GoldenInstances.all(), GoldenRecords.all(), GoldenOpaques.all(),
                        GoldenEnums.all(),
                        GoldenCallbacks.all())
                .<JavaFile>flatMap(List::stream)
                .toList();
    }

    static JavaBindings bindings() {
        return new JavaBindings(PACKAGE, all());
    }

    static List<String> code(String declaration) {
        return List.of("<code>" + declaration + "</code>");
    }

    static Parameter parameter(String type, String name) {
        return new Parameter(type, name);
    }
}
