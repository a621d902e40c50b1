/// The model file: one `*.lstm4j` file that is also a valid safetensors file, read without running anything it says.
@NullMarked
package org.lstm4j.model;

import org.jspecify.annotations.NullMarked;
