/**
 * The manifest: a {@link org.ffigen.model.NativeApi} as JSON, for callers in any language, and back. Each {@code *Json}
 * class holds both directions of one kind of entry, so that they stay together; {@code manifest.schema.json} says the
 * same to others.
 */
package org.ffigen.manifest;
