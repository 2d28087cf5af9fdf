/**
 * Where libclang comes from: an explicit path, the system, a cache, or the Maven artifact that fills the cache.
 *
 * <p>{@link org.ffigen.libclang.LibclangLocator} is the entry. Nothing here parses C or loads libclang for use; a
 * library is opened only when its version can be told in no other way.
 */
package org.ffigen.libclang;
