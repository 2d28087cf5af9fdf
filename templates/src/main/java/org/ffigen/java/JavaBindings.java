package org.ffigen.java;

import java.util.List;

/** All files of one binding. */
public record JavaBindings(String packageName, List<JavaFile> files) {

    public JavaBindings {
        files = List.copyOf(files);
    }
}
