/// The rules of ARCHITECTURE.md, executed on the compiled classes of every module.
///
/// Each rule is proved from both sides: it holds for the classes of its scope, which are counted, and it is broken by the
/// offenders planted for it in the packages under `planted`.
@NullMarked
package org.lstm4j.architecture;

import org.jspecify.annotations.NullMarked;
