package org.ffigen.cli;

import java.util.List;
import org.ffigen.GenerationRequest;

/**
 * A command line, understood.
 *
 * @param request what to generate
 * @param format how to report
 * @param verbose whether to tell more
 * @param ifChanged whether to do nothing if nothing changed since the last run
 * @param list whether to list what there is instead of generating
 * @param arguments the arguments, argument files expanded
 */
record Invocation(GenerationRequest request, OutputFormat format, boolean verbose, boolean ifChanged, boolean list,
        List<String> arguments) {}
