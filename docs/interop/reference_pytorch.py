"""Writes what a PyTorch model says to some inputs, for `./lstm4j verify m.lstm4j --against reference.npz`.

Fill in the two marked places, then: python3 reference_pytorch.py
"""

import numpy
import torch

# 1. your model, with its weights, ready to answer
model = ...
model.eval()

# 2. the shape of your inputs, batch first: at least as many steps as the model will see
inputs = torch.randn(8, 50, 1)

with torch.no_grad():
    outputs = model(inputs)
numpy.savez("reference.npz", input=inputs.numpy(), output=outputs.numpy())

# The weights, for ./lstm4j import: either of the two.
torch.save(model.state_dict(), "model.pt")
# safetensors.torch.save_file(model.state_dict(), "model.safetensors")
