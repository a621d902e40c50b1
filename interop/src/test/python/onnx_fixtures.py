"""Writes the ONNX models that OnnxReaderTest reads, with what PyTorch says to one input.

Made with PyTorch 1.13, CPU, one thread: `python3 onnx_fixtures.py ../resources/org/lstm4j/interop/onnx`.
For each model NAME.onnx there is NAME.safetensors with `input` [batch, steps, features] and `output`, float32.
"""
import json
import struct
import sys
import warnings

import torch
from torch import nn

torch.set_num_threads(1)
warnings.filterwarnings("ignore")
FOLDER = sys.argv[1]
BATCH, STEPS, FEATURES = 3, 7, 4


def save(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        raw = tensor.detach().contiguous().numpy().astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


class Recurrent(nn.Module):
    """A recurrent layer, then what `after` says, of what `take` picks of it."""

    def __init__(self, layer, take, after):
        super().__init__()
        self.layer, self.take, self.after = layer, take, after

    def forward(self, x):
        output, state = self.layer(x)
        return self.after(self.take(output, state))


class Twice(nn.Module):
    """Two layers one after the other, each with a normalisation."""

    def __init__(self):
        super().__init__()
        self.first = nn.GRU(FEATURES, 5, batch_first=True, bidirectional=True)
        self.norm = nn.LayerNorm(10)
        self.second = nn.LSTM(10, 6, batch_first=True)
        self.head = nn.Sequential(nn.LayerNorm(6), nn.Linear(6, 8), nn.ReLU(), nn.Dropout(0.2), nn.Linear(8, 2))

    def forward(self, x):
        return self.head(self.second(self.norm(self.first(x)[0]))[0][:, -1, :])


class Embedded(nn.Module):
    def __init__(self):
        super().__init__()
        self.table, self.layer, self.head = nn.Embedding(9, 3), nn.LSTM(3, 6, batch_first=True), nn.Linear(6, 2)

    def forward(self, x):
        return self.head(self.layer(self.table(x))[1][0][-1])


class Manual(nn.Module):
    """Initial states made by hand, as many a tutorial does."""

    def __init__(self):
        super().__init__()
        self.layer, self.head = nn.LSTM(FEATURES, 6, 2, batch_first=True), nn.Linear(6, 1)

    def forward(self, x):
        h0 = torch.zeros(2, x.size(0), 6)
        c0 = torch.zeros(2, x.size(0), 6)
        output, _ = self.layer(x, (h0.detach(), c0.detach()))
        return self.head(output[:, -1, :])


class Flat(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer, self.head = nn.LSTM(FEATURES, 6, batch_first=True), nn.Linear(6 * STEPS, 3)

    def forward(self, x):
        return self.head(self.layer(x)[0].reshape(x.size(0), -1))


def every(output, state):
    return output


def last(output, state):
    return output[:, -1, :]


def joined(output, state):
    hidden = state[0]
    return torch.cat((hidden[-2], hidden[-1]), dim=1)


def hidden(output, state):
    return state[0][-1] if isinstance(state, tuple) else state[-1]


def turned(output, state):
    return state.permute(1, 0, 2).reshape(state.shape[1], -1)


class View(nn.Module):
    def __init__(self, *shape):
        super().__init__()
        self.shape = shape

    def forward(self, x):
        return x.view(*self.shape)


def mean(output, state):
    return output.mean(dim=1)


def squeezed(output, state):
    return output[:, -1].unsqueeze(1)


def ends(output, state):
    units = output.shape[2] // 2
    return torch.cat((output[:, -1, :units], output[:, 0, units:]), 1)


def stacked(output, state):
    batch = state[0].shape[1]
    return state[0].view(2, 2, batch, -1)[-1].transpose(0, 1).reshape(batch, -1)


class WithStates(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.LSTM(FEATURES, 5)

    def forward(self, x):
        output, (hidden, cell) = self.layer(x)
        return output, hidden, cell


class Around(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.LSTM(FEATURES, 6, batch_first=True)
        self.second = nn.LSTM(6, 6, batch_first=True)
        self.head = nn.Linear(6, 1)

    def forward(self, x):
        x, _ = self.first(x)
        y, _ = self.second(x)
        return self.head(x + y).squeeze(-1)


def export(name, model, opset, dynamic=True, x=None, folding=True):
    torch.manual_seed(len(name) + opset)
    for parameter in model.parameters():
        nn.init.uniform_(parameter, -0.6, 0.6)
    model.eval()
    x = torch.randn(BATCH, STEPS, FEATURES) if x is None else x
    with torch.no_grad():
        y = model(x)
    y = y[0] if isinstance(y, tuple) else y
    axes = {"input": {0: "batch", 1: "steps"}, "output": {0: "batch"}} if dynamic else None
    torch.onnx.export(model, x, f"{FOLDER}/{name}.onnx", opset_version=opset, input_names=["input"],
                      output_names=["output"], dynamic_axes=axes, do_constant_folding=folding)
    save(f"{FOLDER}/{name}.safetensors", {"input": x.float(), "output": y})


F = FEATURES
first = dict(batch_first=True)
for opset in (9, 11, 13, 17):
    export(f"lstm_last_{opset}", Recurrent(nn.LSTM(F, 6, **first), last, nn.Linear(6, 2)), opset)
export("lstm_fixed", Recurrent(nn.LSTM(F, 6, **first), last, nn.Linear(6, 2)), 13, dynamic=False)
export("lstm_hidden", Recurrent(nn.LSTM(F, 6, 2, **first), hidden, nn.Linear(6, 2)), 14)
export("bidirectional_two_layers", Recurrent(nn.LSTM(F, 5, 2, bidirectional=True, **first), every, nn.Linear(10, 2)), 13)
export("bidirectional_last", Recurrent(nn.LSTM(F, 5, bidirectional=True, **first), last, nn.Linear(10, 2)), 11)
export("bidirectional_joined", Recurrent(nn.LSTM(F, 5, bidirectional=True, **first), joined, nn.Linear(10, 2)), 15)
export("gru_turned", Recurrent(nn.GRU(F, 5, bidirectional=True, **first), turned, nn.Linear(10, 2)), 16)
export("gru_last", Recurrent(nn.GRU(F, 6, **first), last, nn.Sequential(nn.Linear(6, 4), nn.Tanh(), nn.Linear(4, 1))), 13)
export("gru_no_bias", Recurrent(nn.GRU(F, 6, bias=False, **first), hidden, nn.Linear(6, 1, bias=False)), 12)
export("rnn_every", Recurrent(nn.RNN(F, 6, **first), every, nn.Linear(6, 2)), 13)
export("rnn_relu", Recurrent(nn.RNN(F, 6, nonlinearity="relu", **first), last, nn.Sequential(nn.Linear(6, 3), nn.Softmax(1))), 13)
export("two_kinds_normalized_13", Twice(), 13)
export("two_kinds_normalized_17", Twice(), 17)
export("embedded", Embedded(), 13, x=torch.randint(0, 9, (BATCH, STEPS)))
export("manual_states", Manual(), 11)
export("flattened", Flat(), 13, dynamic=False)
export("unfolded", Recurrent(nn.LSTM(F, 5, 2, bidirectional=True, **first), last, nn.Linear(10, 2)), 13, folding=False)
export("gru_unfolded", Recurrent(nn.GRU(F, 5, **first), last, nn.Linear(5, 2)), 9, folding=False)
export("steps_first", Recurrent(nn.LSTM(F, 5), every, nn.Linear(5, 2)), 13)
export("mean", Recurrent(nn.GRU(F, 5, bidirectional=True, **first), mean, nn.Linear(10, 2)), 13)
export("squeezed", Recurrent(nn.LSTM(F, 5, **first), squeezed, nn.Linear(5, 2)), 13)
export("both_ends", Recurrent(nn.LSTM(F, 5, bidirectional=True, **first), ends, nn.Linear(10, 2)), 13)
export("viewed", Recurrent(nn.LSTM(F, 5, **first), last, nn.Sequential(nn.Linear(5, 6), View(-1, 3, 2))), 13)
export("viewed_states", Recurrent(nn.LSTM(F, 5, 2, bidirectional=True, **first), stacked, nn.Linear(10, 2)), 13)
export("several_outputs", WithStates(), 13)
export("around", Around(), 13)
export("one_sample", Recurrent(nn.LSTM(F, 5, **first), last, nn.Linear(5, 2)), 13, dynamic=False, x=torch.randn(1, STEPS, F))
for name, layer in dict(sigmoid=nn.Sigmoid(), softplus=nn.Softplus(), elu=nn.ELU(), selu=nn.SELU(), leaky=nn.LeakyReLU(0.2),
                        hardtanh=nn.Hardtanh(), relu6=nn.ReLU6(), hardsigmoid=nn.Hardsigmoid(), silu=nn.SiLU(),
                        gelu=nn.GELU(), mish=nn.Mish(), softsign=nn.Softsign(), logsoftmax=nn.LogSoftmax(-1)).items():
    export("activation_" + name, Recurrent(nn.LSTM(F, 3, **first), last, nn.Sequential(nn.Linear(3, 2), layer)), 14)
for name, model in dict(projected=Recurrent(nn.LSTM(F, 6, proj_size=3, **first), last, nn.Linear(3, 1)),
                        batch_norm=Recurrent(nn.LSTM(F, 6, **first), last, nn.Sequential(nn.BatchNorm1d(6), nn.Linear(6, 1)))).items():
    try:
        export(name, model, 13)
    except Exception as e:
        print(name, "cannot be exported:", str(e).splitlines()[0])
