# Writes the models of KerasLayersTest with Keras 3; run it in the folder interop: KERAS_BACKEND=jax python src/test/python/make_keras_fixtures.py
import h5py, json, keras, numpy as np
from keras import layers as L
from safetensors.numpy import save_file
out='src/test/resources/org/lstm4j/interop/keras/layers/'
rng=np.random.default_rng(1)
def randomize(m):
    for w in m.weights:
        if 'count' in w.path: continue
        v=rng.normal(0,0.4,w.shape)
        w.assign(np.abs(v)+.3 if 'variance' in w.path else v)
    for l in m.layers:
        if isinstance(l,L.Normalization): l.finalize_state()
def put(name,m,x):
    randomize(m)
    y=m.predict(x,verbose=0)
    ys=y if isinstance(y,list) else [y]
    xs=x if isinstance(x,list) else [x]
    flat=lambda a: np.asarray(a,dtype='float32').reshape(5,-1)
    save_file({'input':np.concatenate([flat(a) for a in xs],1),'output':np.concatenate([flat(a) for a in ys],1)},out+name+'_io.safetensors')
    m.save(out+name+'.keras')
x=rng.normal(size=(5,9,3)).astype('float32')
S=lambda *l: keras.Sequential([keras.Input((9,3)),*l])
put('activations',S(L.LSTM(6,return_sequences=True,activation='relu',recurrent_activation='hard_sigmoid'),L.Dense(5,'elu'),L.Dense(5,'silu'),L.Dense(5,'gelu'),L.Dense(4,'mish'),L.Dense(4,'leaky_relu'),L.Dense(3,'softmax'),L.Dense(5,'selu'),L.Activation('softplus'),L.ReLU(),L.Dense(4,'relu6'),L.LeakyReLU(negative_slope=.2),L.ELU(),L.Dense(4,'hard_tanh'),L.Dense(3,'exponential'),L.Dense(3,'log_softmax'),L.Softmax()),x)
put('normalization',S(L.Normalization(),L.GRU(4,go_backwards=True,return_sequences=True,use_bias=False),L.LayerNormalization(center=False),L.LayerNormalization(scale=False,epsilon=1e-2),L.LayerNormalization(center=False,scale=False),L.GlobalAveragePooling1D(),L.Dense(2)),x)
put('normalization_given',S(L.Normalization(mean=[1000,2,3.],variance=[4.,5,6]),L.LSTM(4,dropout=.1,recurrent_dropout=.2),L.Dense(1)),x+np.array([1000,0,0],'f4'))
put('normalization_of_all',S(L.Normalization(axis=None,mean=3.,variance=2.),L.SimpleRNN(4,use_bias=False),L.Dense(1)),x)
put('sequences',S(L.LSTM(5),L.RepeatVector(4),L.GRU(5,return_sequences=True),L.TimeDistributed(L.Dense(3,'softmax')),L.Reshape((2,-1)),L.SpatialDropout1D(.2),L.GaussianNoise(.1),L.Flatten(),L.Dense(2)),x)
put('directions',S(L.Bidirectional(L.GRU(4,return_sequences=True),merge_mode='mul'),L.Bidirectional(L.SimpleRNN(4,return_sequences=True),merge_mode='ave'),L.Bidirectional(L.LSTM(4,return_sequences=True),backward_layer=L.GRU(4,return_sequences=True,go_backwards=True)),L.GlobalMaxPooling1D(),L.AlphaDropout(.1),L.Dense(2)),x)
put('nested',S(keras.Sequential([L.LSTM(4,return_sequences=True),L.Dense(3)]),L.LSTM(4),keras.Sequential([L.Dense(2,'relu'),L.Dense(2)])),x)
put('embedding',keras.Sequential([keras.Input((9,)),L.Embedding(11,4),L.LSTM(3),L.Dense(1)]),rng.integers(0,11,(5,9)))
m=x.copy(); m[0,6:]=0; m[1,3:]=0; m[2,:2]=0
put('masks',S(L.Masking(),L.Bidirectional(L.LSTM(4,return_sequences=True)),L.LSTM(4,return_sequences=True,zero_output_for_mask=True),L.LayerNormalization(),L.Dense(3),L.GRU(3,return_sequences=True),L.GlobalAveragePooling1D(),L.Dense(2)),m)
i=keras.Input((9,3),name='x'); h=L.LSTM(4,return_sequences=True)(L.Masking()(i)); h=L.LSTM(4)(h); j=keras.Input((2,),name='cal.1'); c=L.Concatenate()([h,j])
put('graph',keras.Model([i,j],[L.Dense(3,activation='softmax')(c),L.Dense(1)(c)]),[m,rng.normal(size=(5,2))])
i=keras.Input((9,3)); a=L.Dense(4)(i); b=L.LSTM(4,return_sequences=True)(i); d=L.Subtract()([L.Add()([a,b]),a]); d=L.Maximum()([L.Multiply()([d,a,b]),a]); d=L.Average()([L.Minimum()([d,b]),a])
put('merges',keras.Model(i,L.GRU(2)(d)),x)
i=keras.Input((9,3)); put('chain',keras.Model(i,L.Dense(1)(L.LSTM(4,dropout=.1)(i))),x)
# as Keras 2 wrote them: other names of settings and weights, texts of fixed length
def older(config):
    if isinstance(config,dict):
        config={k:older(v) for k,v in config.items() if k not in ('module','registered_name','build_config','zero_output_for_mask','quantization_config','optional','ragged')}
        if 'batch_shape' in config: config['batch_input_shape']=config.pop('batch_shape')
        if isinstance(config.get('dtype'),dict): config['dtype']='float32'
        if 'units' in config and 'recurrent_activation' in config: config.update(implementation=2,time_major=False)
        return config
    return [older(v) for v in config] if isinstance(config,list) else config
folder='src/test/resources/org/lstm4j/interop/keras/'
with h5py.File(folder+'stacked.h5') as old, h5py.File(folder+'layers/stacked_keras2.h5','w') as new:
    new.attrs['model_config']=json.dumps(older(json.loads(old.attrs['model_config']))); new.attrs['keras_version']='2.11.0'; new.attrs['backend']='tensorflow'
    group=new.create_group('model_weights'); names=list(old['model_weights'].attrs['layer_names'])
    group.attrs['layer_names']=np.array([n.encode() for n in names])
    for n in names:
        of=group.create_group(n); weights=list(old['model_weights'][n].attrs['weight_names'])
        short=lambda w: w.split('/',1)[1]+':0'
        of.attrs['weight_names']=np.array([short(w).encode() for w in weights])
        for w in weights: of[short(w)]=old['model_weights'][n][w][()]
# models within models, cells on their own, fixed scales and the last of all steps; deflated, to be small
import os, zipfile
def deflate(name):
    with zipfile.ZipFile(out+name) as old: members={n:old.read(n) for n in old.namelist()}
    with zipfile.ZipFile(out+name,'w',zipfile.ZIP_DEFLATED) as new:
        for n,b in members.items(): new.writestr(zipfile.ZipInfo(n,(1980,1,1,0,0,0)),b,zipfile.ZIP_DEFLATED)
i=keras.Input((9,3)); branches=keras.Model(i,L.Add()([L.SimpleRNN(3,return_sequences=True)(i),L.Dense(3)(i)]),name='branches')
i=keras.Input((9,3)); h,_,_=L.LSTM(3,return_sequences=True,return_state=True)(keras.Sequential([L.Dense(3,'tanh'),branches])(L.Rescaling([.5,1,2],offset=.1)(i)))
h=L.BatchNormalization()(L.RNN(L.GRUCell(3),return_sequences=True)(L.BatchNormalization(center=False)(h)))
put('inner_models',keras.Model(i,L.Rescaling(2.)(h[:,-1])),x); deflate('inner_models.keras')
# what is not trained stands at the end of an inner model's list, in the older format
first=L.Dense(3); first.trainable=False
both=L.Bidirectional(L.SimpleRNN(2)); both.forward_layer.trainable=False
m=S(keras.Sequential([first,L.Dense(3,'relu')],name='inner'),both)
put('not_trained',m,x); m.save('not_trained.h5'); os.remove(out+'not_trained.keras')
with h5py.File('not_trained.h5') as old, h5py.File(out+'not_trained.h5','w',libver='latest') as new: # smaller
    def again(name,item):
        there=new.require_group(name) if isinstance(item,h5py.Group) else new.create_dataset(name,data=item[()])
        for n,v in item.attrs.items(): there.attrs[n]=v
    for n,v in old.attrs.items(): new.attrs[n]=v
    old.visititems(again)
os.remove('not_trained.h5')
