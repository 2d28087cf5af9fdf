package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;

import org.ffigen.java.LibraryClass.Function;

/**
 * Divides the functions of a library's instances that one class file could not hold, as {@link LibraryParts} does those of
 * the library: the first part is the instance class's own. Each also has its functions' addresses, which one constructor
 * of at most 65,535 bytes fills in.
 */
final class InstanceParts {

    private static final int MOST_FUNCTIONS = 2000;

    private InstanceParts() {
    }

    /** @param taken what else the class of the instances holds, in entries of its constant pool */
    static List<List<Function>> of(List<Function> functions, int taken) {
        List<List<Function>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        int room = LibraryParts.CAPACITY - taken;
        for (Function function : functions) {
            int size = LibraryParts.size(function);
            if (size > room || parts.getLast().size() == MOST_FUNCTIONS) {
                parts.add(new ArrayList<>());
                room = LibraryParts.CAPACITY;
            }
            parts.getLast().add(function);
            room -= size;
        }
        return parts;
    }
}
