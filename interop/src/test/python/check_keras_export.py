# Loads exported models in Keras 3 and compares what they say. Write them before with KerasWriterTest and -Dlstm4j.keras.export=FOLDER, then:
# KERAS_BACKEND=jax python check_keras_export.py FOLDER
import glob, json, sys, keras, numpy as np
for file in sorted(glob.glob(sys.argv[1] + '/*.keras')):
    model = keras.saving.load_model(file)
    said = json.load(open(file[:-5] + 'json'))
    inputs = np.array(said['input'], 'float32').reshape((3,) + model.input_shape[1:])
    output = model.predict(inputs, verbose=0).ravel()
    expected = np.array(said['output'])
    error = np.abs(output - expected).max() / expected.std()
    print(file, f'{error:.1e}', 'ok' if error < 1e-5 else 'DIFFERENT')
