"""
Images of Java as arrays of NumPy, and arrays as images, on the same memory and in the same process.

    import jpype
    import imageop

    jpype.startJVM("--enable-native-access=ALL-UNNAMED", classpath=["lib/*"])

    pixels = imageop.array(image)                  # rows, columns, channels; writing it writes the image
    with imageop.tensor(pixels, Mode.RGB) as given:
        ImageFiles.write(given.image(), path)      # Java reads NumPy's memory

docs/guide/python.md leads through it. It needs JPype, imageop's jars, Java 22 and any NumPy. Copy it, or take it from the jar of imageop-protocol-foreign, where it is
org/imageop/foreign/imageop.py.

Ownership: an array keeps the image, and a tensor keeps the array, until it is closed or collected. Memory of an arena that
is closed earlier is gone: reading such an array ends the process, as in any C.
Threads: as NumPy and the image allow.
Errors: Java's exceptions, as JPype raises them.
"""

import ctypes

import numpy

__all__ = ["array", "array_at", "Exporter", "handed_over", "tensor"]


def array(image, copy=None):
    """
    An array on the memory of an image, read-only if the image is.

    copy: False raises org.imageop.CopyRequiredException if the memory cannot be shared, None copies it then, True always does.
    Shared are images in native memory; images in Java's arrays, a BufferedImage for instance, are copied.
    """
    return array_at(_export(image, copy, _VERSIONED, False))


def array_at(address):
    """An array on a DLManagedTensorVersioned, which belongs to it from now on: for a Python without JPype, to which Java passes addresses."""
    return numpy.asarray(_Memory(address))


class Exporter:
    """
    An image for anything that has from_dlpack: torch, jax, numpy. For each call it makes a tensor of its own.

    plain: whether read-only images and those of negative strides are copied. PyTorch needs it: it ends the process at a negative stride, and writes to
    read-only memory. NumPy bears both.
    """

    def __init__(self, image, plain=True):
        self._image = image
        self._plain = plain

    def __dlpack_device__(self):
        return _CPU, 0

    def __dlpack__(self, *, stream=None, max_version=None, dl_device=None, copy=None):
        if stream is not None or dl_device not in (None, (_CPU, 0)):
            raise BufferError("an image is in the memory of the CPU")
        struct = _VERSIONED if max_version is not None and max_version[0] >= 1 else _UNVERSIONED
        return _new_capsule(_export(self._image, copy, struct, self._plain), _NAMES[struct], _END_UNUSED)


def tensor(exporter, mode, low=None, high=None):
    """
    An array, or anything else that has __dlpack__, as an org.imageop.foreign.dlpack.ImportedTensor, whose image() is on its memory.

    mode: what the channels are. low and high: the numbers that are 0 and the mode's largest value, for floats and signed integers.
    Close it, or use it in a with statement; otherwise Java's garbage collector frees the array at some time.
    """
    capsule, struct = _capsule(exporter)
    address = _java("java.lang.foreign.MemorySegment").ofAddress(_pointer(capsule, _NAMES[struct]))
    range = [] if low is None and high is None else [_java("org.imageop.Plane$Range")(low, high)]
    imported = _java(_PACKAGE + "ImportedTensor").of(_java(_PACKAGE + "TensorStruct").valueOf(struct), address, mode, *range)
    # The tensor is Java's now.
    _rename(capsule, _USED[struct])
    return imported


def handed_over(exporter):
    """
    The address of an array's tensor, and the name of its TensorStruct, for an ImportedTensor of Java's: the reverse of array_at. Whoever gets the
    address owns the tensor.
    """
    capsule, struct = _capsule(exporter)
    address = _pointer(capsule, _NAMES[struct])
    _rename(capsule, _USED[struct])
    return address, struct


_CPU = 1
_VERSIONED = "VERSIONED"
_UNVERSIONED = "UNVERSIONED"
_NAMES = {_VERSIONED: b"dltensor_versioned", _UNVERSIONED: b"dltensor"}
_USED = {_VERSIONED: b"used_dltensor_versioned", _UNVERSIONED: b"used_dltensor"}
_READ_ONLY = 1


class _Tensor(ctypes.Structure):
    """DLTensor."""

    _fields_ = [
        ("data", ctypes.c_void_p),
        ("device_type", ctypes.c_int32),
        ("device_id", ctypes.c_int32),
        ("ndim", ctypes.c_int32),
        ("code", ctypes.c_uint8),
        ("bits", ctypes.c_uint8),
        ("lanes", ctypes.c_uint16),
        ("shape", ctypes.POINTER(ctypes.c_int64)),
        ("strides", ctypes.POINTER(ctypes.c_int64)),
        ("byte_offset", ctypes.c_uint64),
    ]


_Deleter = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


class _Versioned(ctypes.Structure):
    """DLManagedTensorVersioned."""

    _fields_ = [
        ("major", ctypes.c_uint32),
        ("minor", ctypes.c_uint32),
        ("manager_ctx", ctypes.c_void_p),
        ("deleter", _Deleter),
        ("flags", ctypes.c_uint64),
        ("tensor", _Tensor),
    ]


class _Unversioned(ctypes.Structure):
    """DLManagedTensor."""

    _fields_ = [("tensor", _Tensor), ("manager_ctx", ctypes.c_void_p), ("deleter", _Deleter)]


_STRUCTS = {_VERSIONED: _Versioned, _UNVERSIONED: _Unversioned}


_PACKAGE = "org.imageop.foreign.dlpack."


def _java(name):
    import jpype  # which is not there where Java started Python

    return jpype.JClass(name)


def _export(image, copy, struct, plain):
    """The address of a tensor that belongs to the caller."""
    condition = {None: "IF_NEEDED", False: "NEVER", True: "ALWAYS"}[copy]
    way = _java(_PACKAGE + "TensorExport").to(_java(_PACKAGE + "TensorStruct").valueOf(struct))
    way = way.plain() if plain else way
    return way.copy(_java("org.imageop.Copy").valueOf(condition)).run(image).image().pointer().address()


def _capsule(exporter):
    """What __dlpack__ returns, and which structure is in it."""
    try:
        capsule = exporter.__dlpack__(max_version=(1, 0))
    except TypeError:
        capsule = exporter.__dlpack__()
    return capsule, _VERSIONED if _is_capsule(capsule, _NAMES[_VERSIONED]) else _UNVERSIONED


def _end(pointer, struct):
    """Calls the deleter of a tensor. It is NULL when the JVM has shut down."""
    managed = _STRUCTS[struct].from_address(pointer)
    if managed.deleter:
        managed.deleter(pointer)


class _Memory:
    """
    The owner of a tensor, as NumPy's oldest protocol wants it. NumPy's own from_dlpack makes arrays read-only before 2.1, because the older
    structure tells nothing.
    """

    def __init__(self, pointer):
        self._pointer = pointer
        managed = _Versioned.from_address(pointer)
        told = managed.tensor
        self.__array_interface__ = {
            "version": 3,
            "shape": tuple(told.shape[: told.ndim]),
            "strides": tuple(stride * told.bits // 8 for stride in told.strides[: told.ndim]),
            "typestr": numpy.dtype("iuf"[told.code] + str(told.bits // 8)).str,
            "data": (told.data + told.byte_offset, bool(managed.flags & _READ_ONLY)),
        }

    def __del__(self):
        _end(self._pointer, _VERSIONED)


def _python(name, result, *parameters):
    return ctypes.PYFUNCTYPE(result, *parameters)((name, ctypes.pythonapi))


_new_capsule = _python("PyCapsule_New", ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
_is_capsule = _python("PyCapsule_IsValid", ctypes.c_int, ctypes.py_object, ctypes.c_char_p)
_pointer = _python("PyCapsule_GetPointer", ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)
_rename = _python("PyCapsule_SetName", ctypes.c_int, ctypes.py_object, ctypes.c_char_p)
# The same functions for a capsule that is about to go, to which no reference may be made.
_is_dying = _python("PyCapsule_IsValid", ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p)
_dying_pointer = _python("PyCapsule_GetPointer", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)


@ctypes.PYFUNCTYPE(None, ctypes.c_void_p)
def _end_unused(capsule):
    """Python calls it for a capsule that goes; one that a consumer has taken has another name."""
    for struct, name in _NAMES.items():
        if _is_dying(capsule, name):
            _end(_dying_pointer(capsule, name), struct)


_END_UNUSED = ctypes.cast(_end_unused, ctypes.c_void_p)
