/// Callbacks that write files: logs of training for a spreadsheet or TensorBoard, checkpoints of the network. Those that need
/// no file stand beside [org.lstm4j.train.Callback].
@NullMarked
package org.lstm4j.train.callback;

import org.jspecify.annotations.NullMarked;
