/**
 * Regular expressions as the proxies read them: the part of RE2 of which everything can be told exactly, what it costs, what texts two
 * expressions share, and how the texts of one without the other are written.
 */
package io.github.meshready.smi.route.regex;
