"""Writes the state_dicts that the tests of org.lstm4j.interop.pytorch read, each with inputs and outputs.

    python3 make_pytorch_fixtures.py FOLDER

Written with PyTorch 1.13; any version that has torch.save's zip format will do. Sizes are small, seeds fixed.
"""

import sys

import numpy
import torch
from torch import nn

STEPS, BATCH, FEATURES, UNITS = 9, 5, 3, 6


class Recurrent(nn.Module):
    """A recurrent module, what goes on of it, and a head."""

    def __init__(self, rnn, head, goes_on):
        super().__init__()
        self.rnn = rnn
        self.head = head
        self.goes_on = goes_on

    def forward(self, x):
        output, state = self.rnn(x)
        hidden = state[0] if isinstance(state, tuple) else state
        if self.goes_on == "last":
            output = output[:, -1]
        if self.goes_on == "final":
            directions = 2 if self.rnn.bidirectional else 1
            output = torch.cat(list(hidden[-directions:]), dim=-1)
        return self.head(output)


class Stack(nn.Module):
    """Two LSTMs of the same size with layer normalisation, and a head of two layers."""

    def __init__(self):
        super().__init__()
        self.first = nn.LSTM(FEATURES, UNITS, batch_first=True)
        self.norm = nn.LayerNorm(UNITS)
        self.second = nn.LSTM(UNITS, UNITS + 1, batch_first=True)
        self.fc1 = nn.Linear(UNITS + 1, 4)
        self.fc2 = nn.Linear(4, 2)

    def forward(self, x):
        x, _ = self.first(x)
        x, _ = self.second(self.norm(x))
        return self.fc2(torch.relu(self.fc1(x[:, -1])))


class Embedded(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(11, FEATURES)
        self.lstm = nn.LSTM(FEATURES, UNITS, batch_first=True)
        self.fc = nn.Linear(UNITS, 2)

    def forward(self, x):
        return self.fc(self.lstm(self.embedding(x))[0][:, -1])


class Normalized(nn.Module):
    """Scales of training before and after an LSTM, the second without weights of its own."""

    def __init__(self):
        super().__init__()
        self.before = nn.BatchNorm1d(FEATURES)
        self.lstm = nn.LSTM(FEATURES, UNITS, batch_first=True)
        self.after = nn.BatchNorm1d(UNITS, affine=False)
        self.fc = nn.Linear(UNITS, 2)

    def forward(self, x):
        x, _ = self.lstm(self.before(x.transpose(1, 2)).transpose(1, 2))
        return self.fc(self.after(x[:, -1]))


def trainers_checkpoint(folder):
    """As trainers write it: a tensor beside the state_dict, what an optimizer remembers, wrapped and compiled modules."""
    torch.manual_seed(6)
    model = Normalized()
    optimizer = torch.optim.Adam(model.parameters())
    for _ in range(3):
        optimizer.zero_grad()
        loss = model(3 * torch.randn(BATCH, STEPS, FEATURES) + 1).square().mean()
        loss.backward()
        optimizer.step()
    model.eval()
    x = torch.randn(BATCH, STEPS, FEATURES)
    with torch.no_grad():
        numpy.savez(f"{folder}/trainer_io.npz", input=x.numpy(), output=model(x).numpy())
    state = {"model._orig_mod." + name: tensor for name, tensor in model.state_dict().items()}
    torch.save({"epoch": 3, "loss": loss.detach(), "state_dict": state, "optimizer_state": optimizer.state_dict()["state"],
                "callbacks": {"checkpoint": {"best_score": torch.tensor(0.5)}}, "hyper_parameters": {"lr": 1e-3}},
               f"{folder}/trainer.pt")


def models():
    def head(units):
        return nn.Linear(units, 2)

    yield "lstm_two_layer", Recurrent(nn.LSTM(FEATURES, UNITS, 2, batch_first=True), head(UNITS), "last")
    yield "lstm_all_steps", Recurrent(nn.LSTM(FEATURES, UNITS, batch_first=True), head(UNITS), "all")
    both = dict(batch_first=True, bidirectional=True)
    yield "lstm_bidirectional_last", Recurrent(nn.LSTM(FEATURES, UNITS, 2, **both), head(2 * UNITS), "last")
    yield "lstm_bidirectional_final", Recurrent(nn.LSTM(FEATURES, UNITS, 2, **both), head(2 * UNITS), "final")
    yield "lstm_projected", Recurrent(nn.LSTM(FEATURES, UNITS, 2, proj_size=4, **both), head(8), "all")
    yield "lstm_no_bias", Recurrent(nn.LSTM(FEATURES, UNITS, bias=False, batch_first=True), head(UNITS), "last")
    yield "gru", Recurrent(nn.GRU(FEATURES, UNITS, 2, **both), head(2 * UNITS), "final")
    yield "rnn_relu", Recurrent(nn.RNN(FEATURES, UNITS, nonlinearity="relu", batch_first=True), head(UNITS), "last")
    yield "stack", Stack()
    yield "embedded", Embedded()


def main(folder):
    for index, (name, model) in enumerate(models()):
        torch.manual_seed(index)
        for parameter in model.parameters():
            nn.init.uniform_(parameter, -0.7, 0.7)
        if name == "embedded":
            x = torch.randint(0, 11, (BATCH, STEPS))
        else:
            x = torch.randn(BATCH, STEPS, FEATURES)
        with torch.no_grad():
            y = model.double()(x if name == "embedded" else x.double())
        model.float()
        torch.save(model.state_dict(), f"{folder}/{name}.pt")
        numpy.savez(f"{folder}/{name}_io.npz", input=x.numpy(), output=y.numpy())

    model = Recurrent(nn.LSTM(FEATURES, UNITS, batch_first=True), nn.Linear(UNITS, 2), "last")
    state = model.state_dict()
    for name, type_ in [("float64", torch.float64), ("float16", torch.float16), ("bfloat16", torch.bfloat16)]:
        rounded = {key: value.to(type_) for key, value in state.items()}
        model.load_state_dict({key: value.float() for key, value in rounded.items()})
        x = torch.randn(BATCH, STEPS, FEATURES)
        with torch.no_grad():
            y = model.double()(x.double())
        model.float()
        torch.save(rounded, f"{folder}/{name}.pt")
        numpy.savez_compressed(f"{folder}/{name}_io.npz", input=x.numpy(), output=y.numpy())

    model.load_state_dict(state)
    x = torch.randn(BATCH, STEPS, FEATURES)
    with torch.no_grad():
        y = model.double()(x.double())
    model.float()
    numpy.savez(f"{folder}/checkpoint_io.npz", input=x.numpy(), output=y.numpy())
    optimizer = torch.optim.Adam(model.parameters())
    torch.save({"epoch": 3, "model_state_dict": model.state_dict(), "optimizer_state_dict": optimizer.state_dict(),
                "loss": 0.25}, f"{folder}/checkpoint.pt")
    # views of one storage, turned round
    turned = {key: (value.t().contiguous().t() if value.dim() == 2 else value) for key, value in state.items()}
    torch.save(turned, f"{folder}/transposed.pt")
    torch.save(model, f"{folder}/whole_model.pt")
    trainers_checkpoint(folder)


if __name__ == "__main__":
    main(sys.argv[1])
