"""Writes PyTorch's own numbers for LSTM layers and training runs, as safetensors files, beside this script.

Needs PyTorch; made with 1.13 as Debian 12 packages it (`apt install python3-torch`). Deterministic: seeds are fixed and one
thread computes. Another version or BLAS may differ in the last digits.
"""

import json
import struct
from pathlib import Path

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

HERE = Path(__file__).parent
STEPS, BATCH, FEATURES, UNITS = 7, 3, 4, 5
NAMES = {torch.float32: "F32", torch.float64: "F64", torch.int64: "I64"}
SUFFIX = {torch.float32: "f32", torch.float64: "f64"}


def save(name, tensors, notes):
    """Writes one safetensors file: 8 bytes of header length, a JSON header, then the values, row-major, little-endian."""
    header = {"__metadata__": {key: str(value) for key, value in notes.items()}}
    blobs, offset = [], 0
    for key, tensor in tensors.items():
        tensor = tensor.detach().contiguous()
        blob = tensor.numpy().tobytes()
        header[key] = {
            "dtype": NAMES[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [offset, offset + len(blob)],
        }
        offset += len(blob)
        blobs.append(blob)
    text = json.dumps(header).encode()
    text += b" " * ((8 - len(text) % 8) % 8)
    (HERE / f"{name}.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def normal(*shape):
    """Drawn in double, so that both precisions start from the same numbers."""
    return torch.randn(*shape, dtype=torch.float64)


def lstm_case(name, dtype, layers=1, bidirectional=False, proj_size=0, lengths=None):
    """One forward and one backward pass of a bare LSTM, steps first; loss = mean((output - target)^2) over steps that count."""
    torch.manual_seed(42)
    lstm = nn.LSTM(FEATURES, UNITS, layers, bidirectional=bidirectional, proj_size=proj_size).double()
    directions = 2 if bidirectional else 1
    outputs = proj_size or UNITS
    x = normal(STEPS, BATCH, FEATURES)
    h0 = normal(layers * directions, BATCH, outputs) * 0.5
    c0 = normal(layers * directions, BATCH, UNITS) * 0.5
    target = normal(STEPS, BATCH, directions * outputs)
    lstm = lstm.to(dtype)
    x, h0, c0, target = [tensor.to(dtype).clone() for tensor in (x, h0, c0, target)]
    for tensor in (x, h0, c0):
        tensor.requires_grad_(True)
    if lengths is None:
        output, (hn, cn) = lstm(x, (h0, c0))
        loss = ((output - target) ** 2).mean()
    else:
        packed = pack_padded_sequence(x, torch.tensor(lengths), enforce_sorted=False)
        output, (hn, cn) = lstm(packed, (h0, c0))
        output, _ = pad_packed_sequence(output, total_length=STEPS)
        counts = (torch.arange(STEPS)[:, None] < torch.tensor(lengths)[None, :]).to(dtype)[:, :, None]
        loss = (((output - target) * counts) ** 2).sum() / (counts.sum() * output.shape[2])
    loss.backward()
    tensors = {
        "input": x, "h0": h0, "c0": c0, "target": target,
        "output": output, "hn": hn, "cn": cn, "loss": loss.reshape(1),
        "grad.input": x.grad, "grad.h0": h0.grad, "grad.c0": c0.grad,
    }
    if lengths is not None:
        tensors["lengths"] = torch.tensor(lengths)
    for key, parameter in lstm.named_parameters():
        tensors["weight." + key] = parameter
        tensors["grad." + key] = parameter.grad
    notes = dict(
        T=STEPS, B=BATCH, F=FEATURES, H=UNITS, layers=layers, bidirectional=bidirectional, proj_size=proj_size,
        lengths=lengths, torch=torch.__version__)
    save(f"lstm_{name}_{SUFFIX[dtype]}", tensors, notes)


class LastStep(nn.Module):
    """An LSTM whose last hidden state goes through a linear layer with one output."""

    def __init__(self, features, units):
        super().__init__()
        self.lstm = nn.LSTM(features, units, batch_first=True)
        self.fc = nn.Linear(units, 1)

    def forward(self, x):
        return self.fc(self.lstm(x)[0][:, -1])


def model_and_data(target_scale=1):
    torch.manual_seed(7)
    model = LastStep(FEATURES, UNITS).double()
    x = normal(BATCH, STEPS, FEATURES)
    return model, x, normal(BATCH, 1) * target_scale


def training_case(name, settings, make_optimizer, dtype):
    """Twenty full-batch steps on the mean squared error; `losses` holds the loss before each step."""
    model, x, target = model_and_data()
    model, x, target = model.to(dtype), x.to(dtype), target.to(dtype)
    tensors = {"input": x, "target": target}
    for key, parameter in model.named_parameters():
        tensors["init." + key] = parameter.detach().clone()
    optimizer = make_optimizer(model.parameters())
    losses = []
    for step in range(20):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), target)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
        if step == 0:
            for key, parameter in model.named_parameters():
                tensors["step1." + key] = parameter.detach().clone()
    tensors["losses"] = torch.stack(losses)
    tensors["loss_after"] = nn.functional.mse_loss(model(x), target).reshape(1)
    for key, parameter in model.named_parameters():
        tensors["final." + key] = parameter
    notes = dict(optimizer=name, hyper=settings, steps=20, batch_first=True, torch=torch.__version__)
    save(f"train_{name}_{SUFFIX[dtype]}", tensors, notes)


def clipping_case():
    """Gradients before and after clipping their joint norm to 0.5; targets ten times as large, so that it clips."""
    model, x, target = model_and_data(target_scale=10)
    loss = nn.functional.mse_loss(model(x), target)
    loss.backward()
    tensors = {"input": x, "target": target, "loss": loss.reshape(1)}
    for key, parameter in model.named_parameters():
        tensors["weight." + key] = parameter
        tensors["grad." + key] = parameter.grad.clone()
    tensors["norm"] = nn.utils.clip_grad_norm_(model.parameters(), 0.5).reshape(1)
    for key, parameter in model.named_parameters():
        tensors["clipped." + key] = parameter.grad
    save("clip_norm_f64", tensors, dict(max_norm=0.5))


def chapter_case():
    """The tutorial chapter's network, forward only: 10 steps of 1 feature, 50 units."""
    torch.manual_seed(3)
    model = LastStep(1, 50).eval()
    x = torch.randn(4, 10, 1)
    with torch.no_grad():
        y = model(x)
        output, (hn, cn) = model.lstm(x)
    tensors = {"input": x, "output": y, "lstm_output": output, "hn": hn, "cn": cn}
    tensors.update(model.state_dict())
    save("chapter_f32", tensors, dict(torch=torch.__version__, batch_first=True))


OPTIMIZERS = {
    "sgd": ("lr=.05", lambda p: torch.optim.SGD(p, lr=0.05)),
    "sgd_momentum": (
        "lr=.05 momentum=.9 dampening=0 nesterov=False", lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9)),
    "sgd_nesterov_wd": (
        "lr=.05 momentum=.9 nesterov weight_decay=.01",
        lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.01)),
    "adam": ("lr=.01 betas=.9,.999 eps=1e-8", lambda p: torch.optim.Adam(p, lr=0.01)),
    "adam_wd_amsgrad": (
        "lr=.01 weight_decay=.01 amsgrad", lambda p: torch.optim.Adam(p, lr=0.01, weight_decay=0.01, amsgrad=True)),
    "adamw": (
        "lr=.01 betas=.9,.999 eps=1e-8 weight_decay=.05", lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.05)),
    "rmsprop": ("lr=.01 alpha=.99 eps=1e-8", lambda p: torch.optim.RMSprop(p, lr=0.01)),
    "rmsprop_centered_momentum": (
        "lr=.01 alpha=.99 eps=1e-8 centered momentum=.5",
        lambda p: torch.optim.RMSprop(p, lr=0.01, centered=True, momentum=0.5)),
    "adagrad": ("lr=.05 lr_decay=0 initial_accumulator_value=0 eps=1e-10", lambda p: torch.optim.Adagrad(p, lr=0.05)),
    "nadam": ("lr=.01 betas=.9,.999 eps=1e-8 momentum_decay=.004", lambda p: torch.optim.NAdam(p, lr=0.01)),
}

if __name__ == "__main__":
    torch.set_num_threads(1)
    for precision in (torch.float64, torch.float32):
        lstm_case("single", precision)
        lstm_case("two_layer", precision, layers=2)
        lstm_case("bidir", precision, bidirectional=True)
        lstm_case("bidir_two_layer", precision, layers=2, bidirectional=True)
        lstm_case("proj", precision, proj_size=3)
        lstm_case("proj_bidir_two_layer", precision, layers=2, bidirectional=True, proj_size=3)
        lstm_case("packed", precision, lengths=[5, 7, 2])
        lstm_case("packed_bidir_two_layer", precision, layers=2, bidirectional=True, lengths=[5, 7, 2])
        for optimizer_name, (hyper, factory) in OPTIMIZERS.items():
            if optimizer_name != "nadam" or precision == torch.float64:
                training_case(optimizer_name, hyper, factory, precision)
    clipping_case()
    chapter_case()
