/** What the user decides beyond the command line's basics: the config file, read into one immutable value. */
package org.ffigen.config;
