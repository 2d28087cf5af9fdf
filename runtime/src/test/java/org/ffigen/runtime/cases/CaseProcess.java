package org.ffigen.runtime.cases;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.ffigen.runtime.Child;

/** Runs a method of {@link Programs} in a virtual machine of its own, for its output and exit code. */
final class CaseProcess {
    private CaseProcess() {
    }

    static Child run(String program, String... options) throws IOException {
        return runWith(program, "--enable-native-access=ALL-UNNAMED", options);
    }

    static Child runWith(String program, String nativeAccess, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(nativeAccess, "--illegal-native-access=deny"));
        arguments.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Dcases.library=" + CasesLibrary.FILE));
        arguments.addAll(List.of(options));
        arguments.addAll(
                List.of("-cp", System.getProperty("java.class.path"), CaseProcess.class.getName(), program));
        return Child.java(arguments);
    }

    /** The output of a program that ended well. */
    static String output(String program, String... options) throws IOException {
        Child child = run(program, options);
        if (child.exitCode() != 0) {
            throw new AssertionError("exit code " + child.exitCode() + ": " + child.output());
        }
        return child.output();
    }

    public static void main(String[] arguments) throws Throwable {
        try {
            Programs.class.getDeclaredMethod(arguments[0]).invoke(null);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
