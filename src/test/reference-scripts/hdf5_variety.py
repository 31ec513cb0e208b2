"""Writes src/test/resources/hdf5: what h5py can write of numbers, texts and links, for the tests of reading.

Needs h5py and numpy (made with h5py 3). Run from the repository root. Element k of every array of numbers is 1 + k/4
cut to what its type can hold; both parts of a complex number and all fields of a record count as elements.
"""
import h5py
import numpy as np

FOLDER = "src/test/resources/hdf5/"
SHAPE = (30, 17)


def numbers(shape, dtype="f8", parts=1):
    flat = 1 + 0.25 * np.arange(parts * int(np.prod(shape)))
    return flat.astype(dtype)


def plain(shape, dtype):
    return numbers(shape, dtype).reshape(shape)


def complex_numbers(shape, part):
    flat = numbers(shape, part, 2)
    record = np.dtype([("r", part), ("i", part)])
    return flat.view(record).reshape(shape)


def table(rows, fields):
    values = numbers((rows,), parts=len(fields)).reshape(rows, len(fields))
    array = np.zeros(rows, dtype=fields)
    for k, (name, _) in enumerate(fields):
        array[name] = values[:, k].astype(fields[k][1])
    return array


def variety(name, **options):
    with h5py.File(FOLDER + name, "w", **options) as file:
        group = file.create_group("numbers")
        for dtype in ["<f2", "<f4", "<f8", ">f4", ">f8", "i1", "u1", "<i2", ">u2", "<i4", ">i4", "<i8", "<u8"]:
            group["plain " + dtype] = plain((5, 3), dtype)
        group["u8 beyond i8"] = np.array([2**63 + 1025, 2**64 - 1, 7], "u8")
        group["complex64"] = complex_numbers(SHAPE, "<f4")
        group["complex128"] = complex_numbers(SHAPE, "<f8")
        group["complex of big endian"] = complex_numbers(SHAPE, ">f8")
        group["table"] = table(30, [("a", "<f8"), ("b", "<f4"), ("c", "<i4"), ("d", ">f8")])
        group["scalar"] = np.float64(1.0)
        group["cube"] = plain((6, 5, 4), "<f8")
        group["none"] = plain((0, 4), "<f8")

        chunked = file.create_group("chunked")
        for label, how in {
            "plain": {},
            "gzip": {"compression": "gzip", "compression_opts": 9},
            "shuffled gzip": {"compression": "gzip", "shuffle": True},
            "checked": {"fletcher32": True},
            "checked gzip": {"compression": "gzip", "shuffle": True, "fletcher32": True},
            "lzf": {"compression": "lzf"},
            "shuffled lzf": {"compression": "lzf", "shuffle": True},
        }.items():
            chunked.create_dataset(label, data=complex_numbers(SHAPE, "<f4"), chunks=(7, 5), **how)
        chunked.create_dataset("rows", data=plain((100, 3), "<f8"), chunks=(1, 3))
        chunked.create_dataset("one block", data=plain((30, 17), "<f8"), chunks=(30, 17), compression="gzip")
        chunked.create_dataset("growing", data=plain((50,), "<f8"), chunks=(8,), maxshape=(None,))
        chunked.create_dataset("growing both ways", data=plain((20, 9), "<f8"), chunks=(8, 4), maxshape=(None, None))
        chunked.create_dataset("cube", data=plain((6, 5, 4), "<f8"), chunks=(4, 2, 3), compression="gzip")
        # What gzip would lengthen is stored as it is, and the block says so.
        noise = np.random.default_rng(1).integers(0, 256, (16, 64), "u1").view("u1")
        chunked.create_dataset("noise", data=noise, chunks=(4, 64), compression="gzip")
        chunked["noise, plain"] = noise

        texts = file.create_group("texts")
        texts["any"] = "any length, äöü"
        texts["one in a list"] = ["one"]
        texts.create_dataset("fixed", data=np.bytes_("fixed length"))
        texts["several"] = ["one", "two"]
        texts["empty"] = ""
        texts.attrs["any"] = "any length, äöü"
        texts.attrs["fixed"] = np.bytes_("fixed length")
        texts.attrs["one in a list"] = ["one"]
        texts.attrs["several"] = ["one", "two", "three"]
        texts.attrs["number"] = 2.5
        texts.attrs["whole"] = np.int32(-7)
        texts.attrs["numbers"] = [1.0, 2.0]
        texts.attrs["nothing"] = h5py.Empty("f8")
        texts.attrs["flag"] = True
        many = file.create_group("many")
        for k in range(40):
            many.attrs["name %02d" % k] = "value %02d" % k
            many["member %02d" % k] = np.float64(k)

        links = file.create_group("links")
        links["soft"] = h5py.SoftLink("/numbers/plain <f8")
        links["soft group"] = h5py.SoftLink("/numbers")
        links["through"] = h5py.SoftLink("soft group/plain <f8")
        links["hard"] = file["numbers/plain <f8"]
        links["nowhere"] = h5py.SoftLink("/nowhere")
        links["circle"] = h5py.SoftLink("/links/circle")
        links["out"] = h5py.ExternalLink("other.h5", "/parameters")

        elsewhere = file.create_group("elsewhere")
        layout = h5py.VirtualLayout((4, 3), "<f8")
        layout[:] = h5py.VirtualSource("other.h5", "rows", (4, 3))
        elsewhere.create_virtual_dataset("virtual", layout)
        outside = file.create_group("outside")
        outside.create_dataset("external", shape=(4, 3), dtype="<f8", external=[("other.bin", 0, 96)])


variety("earliest.h5", libver="earliest")
# Newer ones have types that neither jhdf nor HDF5 1.14 reads.
variety("newer.h5", libver=("v110", "v110"))
variety("user_block.h5", libver="earliest", userblock_size=1024)
with h5py.File(FOLDER + "half_written.h5", "w") as file:
    half = file.create_dataset("half", shape=(100, 64), dtype="<f8", chunks=(10, 64))
    half[:50] = 1
    file.create_dataset("never", shape=(100, 64), dtype="<f8")
with h5py.File(FOLDER + "packed_zeros.h5", "w") as file:
    file.create_dataset("zeros", data=np.zeros((4000, 4096)), chunks=(250, 4096), compression="gzip")
