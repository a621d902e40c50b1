# Writes the files of Hdf5FileTest; run it in the folder interop with h5py 3.
import h5py, numpy as np
d='src/test/resources/org/lstm4j/interop/hdf5/'
a=np.arange(35,dtype='<f4').reshape(5,7)/8
def new(n,**k): return h5py.File(d+n,'w',**k)
with new('types.h5') as f:
    g=f.create_group('g')
    for t in ['<f2','>f2','<f4','>f4','<f8','>f8','i1','u1','<i2','>i4','<i8','<u4']:
        g.create_dataset('t'+t.replace('<','l').replace('>','b'),data=(np.arange(6)-(0 if 'u' in t else 2)).astype(t).reshape(2,3))
    g.create_dataset('scalar',data=np.float32(2.5))
    g.create_dataset('empty',shape=(0,3),dtype='f4')
    f.attrs['text']='Grüße'; f.attrs['fixed']=np.bytes_('abc'); f.attrs['texts']=np.array(['a','bc'],dtype=object); f.attrs['fixeds']=np.array([b'x',b'yzw']); f.attrs['number']=3; f.attrs['numbers']=np.array([1.5,2.5]); f.attrs['none']=np.array([]); f.attrs['flag']=True
with new('chunked.h5') as f:
    f.create_dataset('plain',data=a,chunks=(2,3))
    f.create_dataset('all',data=a,chunks=(2,3),compression='gzip',shuffle=True,fletcher32=True)
    f.create_dataset('gzip',data=a,chunks=(5,7),compression='gzip')
    f.create_dataset('wide',data=np.zeros((100,100),'f4'),compression='gzip',chunks=(100,100))
    f.create_dataset('more',data=a,chunks=(8,8),maxshape=(None,None),shuffle=True)
    sp=h5py.h5s.create_simple((5,7)); p=h5py.h5p.create(h5py.h5p.DATASET_CREATE); p.set_layout(h5py.h5d.COMPACT)
    h5py.h5d.create(f.id,b'compact',h5py.h5t.IEEE_F32LE,sp,p).write(h5py.h5s.ALL,h5py.h5s.ALL,a)
with new('latest.h5',libver='latest') as f:
    f.create_group('a/b').create_dataset('c',data=a); f.attrs['text']='new'
    f['a'].attrs['n']=2
with new('latest_chunked.h5',libver='latest') as f: f.create_dataset('c',data=a,chunks=(2,3))
with new('latest_many.h5',libver='latest') as f:
    for i in range(12): f.create_dataset(f'c{i}',data=np.float32(i))
with new('many.h5') as f:
    for i in range(300): f.create_dataset(f'c{i:03}',data=np.float32(i))
with new('soft.h5') as f: f['x']=a; f['y']=h5py.SoftLink('/x')
with new('external_link.h5') as f: f['y']=h5py.ExternalLink('elsewhere.bin','x')
with new('hard.h5') as f: f['x']=np.float32(1); f['y']=f['x']
with new('circle.h5') as f: g=f.create_group('g'); g['again']=g
with new('external.h5') as f: f.create_dataset('x',shape=(4,),dtype='u1',external=[('elsewhere.bin',0,4)])
with new('virtual.h5',libver='latest') as f:
    l=h5py.VirtualLayout((5,7),'f4'); l[:]=h5py.VirtualSource('other.h5','x',(5,7)); f.create_virtual_dataset('x',l)
with new('lzf.h5') as f: f.create_dataset('x',data=a,chunks=(5,7),compression='lzf')
with new('text.h5') as f: f['x']='words'
with new('unwritten.h5') as f: f.create_dataset('x',shape=(5,7),dtype='f4'); 
with new("bomb.h5") as f: f.create_dataset("x",data=np.zeros((1<<25,),"f4"),chunks=(1<<24,),compression="gzip",compression_opts=9)
with new("small.h5") as f:
    g=f.create_group("g"); g.create_dataset("x",data=a,chunks=(3,7),compression="gzip",shuffle=True,fletcher32=True); g["y"]=np.float32(1)
    f.attrs["text"]="some words"; f.attrs["texts"]=np.array([b"x",b"yzw"])
with new("small_latest.h5",libver="latest") as f:
    g=f.create_group("g"); g["y"]=a[0]; f.attrs["text"]="some words"
with new('user_block.h5',userblock_size=512) as f: f['x']=a
