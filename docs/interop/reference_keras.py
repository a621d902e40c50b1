"""Writes what a Keras model says to some inputs, for `./lstm4j verify m.lstm4j --against reference.npz`.

Fill in the marked place, then: python3 reference_keras.py
"""

import keras
import numpy

# your model, with its weights
model = keras.models.load_model("model.keras")

shape = [size or 50 for size in model.input_shape[1:]]  # 50 steps where the model takes any number
inputs = numpy.random.default_rng(0).standard_normal([8, *shape]).astype("float32")
numpy.savez("reference.npz", input=inputs, output=model.predict(inputs, verbose=0))
