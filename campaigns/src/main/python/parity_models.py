"""Writes random PyTorch models with inputs and outputs, for org.lstm4j.campaigns.parity.ParityCampaign.

    python3 parity_models.py FOLDER [COUNT] [SEED]

Each model has at least 16 units and 50 steps. Its weights go to NAME.pt or NAME.safetensors, every fourth time to NAME.onnx too, and
NAME_io.npz has what it says in float64. NAME.json has what a state_dict does not say, which steps go on and activations, and how far
PyTorch's own float32 is from its float64, in standard deviations of the outputs.
"""

import inspect
import json
import os
import random
import struct
import sys

import numpy
import torch
from torch import nn

ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "elu": nn.functional.elu,
               "softplus": nn.functional.softplus, "silu": nn.functional.silu, "gelu": nn.functional.gelu}


class Network(nn.Module):
    def __init__(self, choose):
        super().__init__()
        self.features = choose.randint(1, 9)
        self.said = {}
        width = self.features
        parts = []
        if choose.random() < 0.2:
            width = self.dense("embed", width, choose.randint(4, 24), choose.choice(list(ACTIVATIONS)))
            parts.append("embed")
        for place in range(choose.randint(1, 2)):
            name = f"rnn{place}"
            width = self.recurrent(name, choose, width)
            parts.append(name)
            if choose.random() < 0.25:
                setattr(self, f"norm{place}", nn.LayerNorm(width))
                parts.append(f"norm{place}")
        self.recurrents = [name for name in parts if name.startswith("rnn")]
        self.steps = choose.choice(["last", "all", "final"])
        if choose.random() < 0.4:
            width = self.dense("fc", width, choose.randint(3, 30), choose.choice(list(ACTIVATIONS)))
            parts.append("fc")
        self.outputs = choose.randint(1, 5)
        self.dense("head", width, self.outputs, None)
        parts.append("head")
        self.parts = parts

    def recurrent(self, name, choose, inputs):
        kind = choose.choice(["LSTM", "LSTM", "LSTM", "GRU", "RNN"])
        units = choose.randint(16, 72)
        options = dict(batch_first=True, bias=choose.random() < 0.85, bidirectional=choose.random() < 0.35,
                       num_layers=choose.choice([1, 1, 2, 3]))
        outputs = units
        if kind == "LSTM" and choose.random() < 0.2:
            outputs = options["proj_size"] = choose.randint(2, units - 1)
        if kind == "RNN":
            options["nonlinearity"] = choose.choice(["tanh", "relu"])
            self.said[name] = options["nonlinearity"]
        setattr(self, name, getattr(nn, kind)(inputs, units, **options))
        return outputs * (2 if options["bidirectional"] else 1)

    def dense(self, name, inputs, outputs, activation):
        setattr(self, name, nn.Linear(inputs, outputs))
        if activation:
            self.said[name] = activation
        return outputs

    def forward(self, x):
        for name in self.parts:
            part = getattr(self, name)
            if name.startswith("rnn"):
                every, state = part(x)
                x = every
                if name == self.recurrents[-1]:
                    hidden = state[0] if isinstance(state, tuple) else state
                    if self.steps == "last":
                        x = every[:, -1]
                    elif self.steps == "final":
                        x = torch.cat([hidden[-2], hidden[-1]], 1) if part.bidirectional else hidden[-1]
            else:
                x = part(x)
                if name in self.said:
                    x = ACTIVATIONS[self.said[name]](x)
        return x


def draw(model):
    """Draws weights that let what goes in be seen in what comes out, as trained ones do: with PyTorch's own, what deep networks say hardly
    depends on their input, and a standard deviation of nothing but rounding measures nothing."""
    for name, parameter in model.named_parameters():
        if parameter.dim() == 1:
            nn.init.uniform_(parameter, -0.5, 0.5)
        else:
            gain = 0.9 if "weight_hh" in name else 2.5 if "weight_ih" in name else 1.2
            nn.init.normal_(parameter, std=gain / parameter.shape[1] ** 0.5)


def save_safetensors(path, state):
    names = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16"}
    header, data = {}, b""
    for name, value in state.items():
        raw = value.contiguous().view(torch.int16).numpy() if value.dtype == torch.bfloat16 else value.numpy()
        bytes_ = raw.tobytes()
        header[name] = {"dtype": names[value.dtype], "shape": list(value.shape),
                        "data_offsets": [len(data), len(data) + len(bytes_)]}
        data += bytes_
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


# PyTorch's newer exporter writes recurrent layers of one number of steps alone
EXPORTER = {"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}


def main(folder, count=240, seed=1):
    os.makedirs(folder, exist_ok=True)
    choose = random.Random(int(seed))
    torch.manual_seed(int(seed))
    for index in range(int(count)):
        model = Network(choose)
        draw(model)
        type_ = choose.choice([torch.float32, torch.float32, torch.float64, torch.float16, torch.bfloat16])
        state = {key: value.to(type_) for key, value in model.state_dict().items()}
        model.load_state_dict({key: value.double() for key, value in state.items()})
        x = torch.randn(4, choose.randint(50, 90), model.features)
        name = f"{folder}/m{index:03d}"
        format_ = choose.choice(["pt", "safetensors"])
        if format_ == "pt":
            torch.save(state, f"{name}.pt")
        else:
            save_safetensors(f"{name}.safetensors", state)
        onnx = index % 4 == 0 and not any(getattr(getattr(model, rnn), "proj_size", 0) for rnn in model.recurrents)
        if onnx:
            torch.onnx.export(model.float(), (x,), f"{name}.onnx", opset_version=choose.choice([13, 17]),
                              input_names=["input"], output_names=["output"],
                              dynamic_axes={"input": {0: "batch", 1: "steps"}, "output": {0: "batch"}}, **EXPORTER)
        with torch.no_grad():
            single = model.float()(x).double()
            y = model.double()(x.double())
            rounding = ((single - y).abs().max() / y.std(unbiased=False)).item()
        numpy.savez(f"{name}_io.npz", input=x.numpy(), output=y.numpy())
        with open(f"{name}.json", "w") as file:
            json.dump({"file": f"m{index:03d}.{format_}", "onnx": onnx, "steps": model.steps,
                       "activations": model.said, "rounding": rounding,
                       "float_bits": torch.finfo(type_).bits}, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
