"""Writes the ONNX models that OnnxReaderTest reads with PyTorch's newer exporter, which goes through torch.export.

    python3 onnx_dynamo_fixtures.py ../resources/org/lstm4j/interop/onnx

Made with PyTorch 2.13, onnxscript 0.7.2. Notes on where in a Python file a node comes from are left out.
"""

import sys
from pathlib import Path

import onnx
import torch
from safetensors.torch import save_file
from torch import nn

FOLDER = Path(sys.argv[1])
BATCH, STEPS, FEATURES, UNITS = 4, 7, 3, 4


class Network(nn.Module):
    def __init__(self, recurrent, head, choose):
        super().__init__()
        self.recurrent, self.head, self.choose = recurrent, head, choose

    def forward(self, x):
        output, state = self.recurrent(x)
        hidden = state[0] if isinstance(state, tuple) else state
        return self.head(self.choose(output, hidden))


def last(output, hidden):
    return output[:, -1]


def both_ends(output, hidden):
    return torch.cat([hidden[-2], hidden[-1]], 1)


def top_state(output, hidden):
    return hidden[-1]


def write(name, network, open_batch):
    network.eval()
    x = torch.randn(BATCH, STEPS, FEATURES)
    save_file({"input": x, "output": network(x).detach()}, FOLDER / f"{name}.safetensors")
    shapes = ({0: torch.export.Dim("batch")},) if open_batch else None
    file = FOLDER / f"{name}.onnx"
    torch.onnx.export(network, (x,), file, dynamo=True, dynamic_shapes=shapes, external_data=False, verbose=False)
    model = onnx.load(file)
    for part in [model.graph, *model.graph.node, *model.graph.value_info]:
        del part.metadata_props[:]
    onnx.save(model, file)


torch.manual_seed(5)
settings = {"batch_first": True}
head = nn.Sequential(nn.Linear(UNITS, 5), nn.ReLU(), nn.Dropout(0.2), nn.Linear(5, 2))
write("dynamo_lstm", Network(nn.LSTM(FEATURES, UNITS, 2, dropout=0.1, **settings), head, last), True)
write("dynamo_bidirectional", Network(nn.LSTM(FEATURES, UNITS, bidirectional=True, **settings),
                                      nn.Linear(2 * UNITS, 1), both_ends), False)
write("dynamo_gru", Network(nn.GRU(FEATURES, UNITS, 2, **settings), nn.Linear(UNITS, 1), top_state), True)
write("dynamo_projection", Network(nn.LSTM(FEATURES, UNITS, proj_size=2, **settings), nn.Linear(2, 1), last), True)
