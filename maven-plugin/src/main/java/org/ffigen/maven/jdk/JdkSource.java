package org.ffigen.maven.jdk;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A place where Java homes may be.
 *
 * @param name what to call it in a message
 * @param homes the folders there, looked up when asked for; they need not exist
 */
public record JdkSource(String name, Supplier<List<Path>> homes) {}
