"""NumPy and Java see each other's pixels in one process. NumpyTest runs it; the class path is in IMAGEOP_CLASSPATH."""

import gc
import os
import sys
import threading
import unittest
import weakref

import jpype
import jpype.imports
import numpy

import imageop

NEW = tuple(int(n) for n in numpy.__version__.split(".")[:2]) >= (2, 1)

jpype.startJVM("--enable-native-access=ALL-UNNAMED", "-Xmx256m", classpath=os.environ["IMAGEOP_CLASSPATH"].split(os.pathsep))

from java.awt.image import BufferedImage  # noqa: E402
from java.lang import IllegalArgumentException, IllegalStateException, System  # noqa: E402
from java.nio import ByteBuffer, ByteOrder  # noqa: E402
from org.imageop import AlphaType, CopyRequiredException, Mode, PixelLayout, Plane, StandardImage, Views  # noqa: E402
from org.imageop.awt import AwtImages  # noqa: E402
from org.imageop.foreign import ForeignImages  # noqa: E402
from org.imageop.foreign.dlpack import ExportedTensor  # noqa: E402

Arena = jpype.JClass("java.lang.foreign.Arena")


def native(mode, width, height):
    return ForeignImages.wrap(mode, width, height, Arena.ofAuto().allocate(mode.length(width, height), 8))


def held():
    gc.collect()
    return ExportedTensor.held().size()


class Arrays(unittest.TestCase):
    """An image of Java as an array."""

    def setUp(self):
        self.assertEqual(held(), 0)

    def tearDown(self):
        self.assertEqual(held(), 0)

    def check(self, image, dtype):
        """Each side sees what the other writes, at each place."""
        pixels = imageop.array(image, copy=False)
        self.assertEqual(pixels.dtype, dtype)
        self.assertEqual(pixels.shape[:2], (image.size().height(), image.size().width()))
        self.assertEqual(pixels.ndim, 3 if image.mode().components() > 1 else 2)
        self.assertTrue(pixels.flags.writeable)
        numbers = numpy.arange(1, pixels.size + 1).reshape(pixels.shape)
        pixels[...] = numbers
        each = numbers.reshape(pixels.shape[0], pixels.shape[1], -1)
        for y in range(each.shape[0]):
            for x in range(each.shape[1]):
                self.assertEqual(list(image.get(x, y).value()), list(each[y, x]))
                image.set(x, y, [int(n) + 1 for n in each[y, x]])
        numpy.testing.assert_array_equal(pixels, numbers + 1)
        self.assertEqual(held(), 1)
        return pixels

    def test_images_in_memory(self):
        self.assertEqual(self.check(native(Mode.RGB, 5, 4), numpy.uint8).strides, (15, 3, 1))
        self.assertEqual(self.check(native(Mode.L, 5, 4), numpy.uint8).strides, (5, 1))
        self.assertEqual(self.check(native(Mode.RGBA64, 5, 4), numpy.uint16).strides, (40, 8, 2))
        self.assertEqual(self.check(native(Mode.L32, 5, 4), numpy.uint32).strides, (20, 4))

    def test_views_of_them(self):
        image = native(Mode.RGB, 5, 4)
        self.assertEqual(self.check(Views.rotate90(image), numpy.uint8).strides, (-3, 15, 1))
        self.assertEqual(self.check(Views.flipTopBottom(image), numpy.uint8).strides, (-15, 3, 1))
        self.assertEqual(self.check(Views.component(image, "b"), numpy.uint8).strides, (15, 3))
        bgr = PixelLayout.interleaved(Mode.RGB, 5, 4, "BGR", ByteBuffer.allocateDirect(100), 3, 20)
        self.assertEqual(self.check(StandardImage.wrap(bgr), numpy.uint8).strides, (20, 3, -1))

    def test_a_view_turned_by_both_is_the_same(self):
        image = native(Mode.RGB, 5, 4)
        pixels = imageop.array(image)
        pixels[...] = numpy.arange(60, dtype=numpy.uint8).reshape(4, 5, 3)
        numpy.testing.assert_array_equal(imageop.array(Views.rotate90(image)), numpy.rot90(pixels))

    def test_floats_are_the_numbers_themselves(self):
        floats = ByteBuffer.allocateDirect(80).order(ByteOrder.nativeOrder()).asFloatBuffer()
        plane = Plane.ranged(floats, 0, 1, 5, Plane.Range(-1.0, 1.0))
        image = StandardImage.wrap(PixelLayout.of(Mode.L16, 5, 4, AlphaType.OPAQUE, [plane]))
        pixels = imageop.array(image, copy=False)
        self.assertEqual(pixels.dtype, numpy.float32)
        pixels[3, 4] = 1
        self.assertEqual(image.get(4, 3).l(), 65535)
        image.set(4, 3, [0])
        self.assertEqual(pixels[3, 4], -1)

    def test_read_only_images(self):
        pixels = imageop.array(Views.readOnly(native(Mode.L, 5, 4)), copy=False)
        self.assertFalse(pixels.flags.writeable)
        with self.assertRaises(ValueError):
            pixels[0, 0] = 1

    def test_arrays_of_java_are_copied(self):
        image = BufferedImage(5, 4, BufferedImage.TYPE_3BYTE_BGR)
        image.setRGB(4, 3, 0x102030)
        with self.assertRaises(CopyRequiredException):
            imageop.array(AwtImages.wrap(image), copy=False)
        pixels = imageop.array(AwtImages.wrap(image))
        self.assertEqual(list(pixels[3, 4]), [0x10, 0x20, 0x30])
        self.assertTrue(pixels.flags.writeable)
        pixels[3, 4] = 0
        self.assertEqual(image.getRGB(4, 3) & 0xFFFFFF, 0x102030)

    def test_the_array_keeps_the_image(self):
        pixels = imageop.array(native(Mode.L, 500, 400))[10:20]
        pixels[...] = 77
        for _ in range(3):
            gc.collect()
            System.gc()
            native(Mode.L, 500, 400)
        self.assertEqual(pixels.sum(), 77 * pixels.size)

    def test_from_dlpack(self):
        image = native(Mode.RGB, 5, 4)
        pixels = numpy.from_dlpack(imageop.Exporter(Views.rotate90(image), plain=False))
        self.assertEqual(pixels.strides, (-3, 15, 1))
        image.set(4, 3, [7, 8, 9])
        numpy.testing.assert_array_equal(numpy.rot90(pixels, -1)[3, 4], [7, 8, 9])
        # the older structure cannot tell, and NumPy trusts nothing then
        self.assertEqual(pixels.flags.writeable, NEW)
        read_only = numpy.from_dlpack(imageop.Exporter(Views.readOnly(image), plain=False))
        self.assertFalse(read_only.flags.writeable)
        if NEW:
            pixels[0, 0] = 55
            self.assertEqual(image.get(4, 0).r(), 55)
            with self.assertRaises(CopyRequiredException):
                numpy.from_dlpack(imageop.Exporter(StandardImage.of(Mode.L, 2, 2)), copy=False)
            copied = numpy.from_dlpack(imageop.Exporter(image), copy=True)
            copied_value = copied[3, 4, 0]
            image.set(4, 3, [1, 1, 1])
            self.assertEqual(copied[3, 4, 0], copied_value)

    def test_plain_tensors(self):
        image = native(Mode.RGB, 5, 4)
        image.set(4, 3, [7, 8, 9])
        turned = numpy.from_dlpack(imageop.Exporter(Views.rotate90(image)))
        self.assertEqual(turned.strides, (12, 3, 1))
        self.assertEqual(list(turned[0, 3]), [7, 8, 9])
        image.set(4, 3, [1, 1, 1])
        self.assertEqual(list(turned[0, 3]), [7, 8, 9])
        shared = numpy.from_dlpack(imageop.Exporter(image))
        self.assertEqual(list(shared[3, 4]), [1, 1, 1])
        image.set(4, 3, [2, 2, 2])
        self.assertEqual(list(shared[3, 4]), [2, 2, 2])

    def test_a_capsule_that_nobody_took(self):
        for version in None, (1, 0):
            capsule = imageop.Exporter(native(Mode.L, 5, 4)).__dlpack__(max_version=version)
            self.assertIn("dltensor_versioned" if version else "dltensor", repr(capsule))
            self.assertEqual(held(), 1)
            del capsule
            self.assertEqual(held(), 0)

    def test_other_devices_are_refused(self):
        exporter = imageop.Exporter(native(Mode.L, 5, 4))
        self.assertEqual(exporter.__dlpack_device__(), (1, 0))
        with self.assertRaises(BufferError):
            exporter.__dlpack__(dl_device=(2, 0))


class Tensors(unittest.TestCase):
    """An array as an image of Java."""

    def check(self, array, mode):
        before = sys.getrefcount(array)
        with imageop.tensor(array, mode) as given:
            self.assertGreater(sys.getrefcount(array), before)
            image = given.image()
            self.assertEqual((image.size().height(), image.size().width()), array.shape[:2])
            each = array.reshape(array.shape[0], array.shape[1], -1)
            for y in range(each.shape[0]):
                for x in range(each.shape[1]):
                    self.assertEqual(list(image.get(x, y).value()), list(each[y, x]))
                    image.set(x, y, [int(n) + 1 for n in each[y, x]])
                    numpy.testing.assert_array_equal(array[y, x].ravel(), list(image.get(x, y).value()))
            del each
            array[0, 0] = 250
            self.assertEqual(image.get(0, 0).value()[0], 250)
        self.assertEqual(sys.getrefcount(array), before)
        with self.assertRaises(IllegalStateException):
            image.get(0, 0).value()

    def test_arrays_of_any_strides(self):
        numbers = numpy.arange(240, dtype=numpy.uint8)
        self.check(numbers[:60].reshape(4, 5, 3).copy(), Mode.RGB)
        self.check(numbers[:20].reshape(4, 5).copy(), Mode.L)
        self.check(numbers[:60].reshape(4, 5, 3).copy()[::-1, ::-1, ::-1], Mode.RGB)
        self.check(numbers[:60].reshape(3, 4, 5).copy().transpose(1, 2, 0), Mode.RGB)
        self.check(numbers.reshape(8, 10, 3).copy()[1::2, 2:9:3], Mode.RGB)
        self.check(numpy.asfortranarray(numbers[:60].reshape(4, 5, 3)), Mode.RGB)
        self.check(numbers[:20].reshape(4, 5, 1).copy(), Mode.L)
        self.check(numbers[:60].reshape(1, 15, 4).copy(), Mode.CMYK)
        self.check(numpy.arange(60, dtype=numpy.uint16).reshape(4, 5, 3) * 1000, Mode.RGB48)
        self.check(numpy.arange(20, dtype=numpy.uint32).reshape(4, 5) * 1000, Mode.L32)

    def test_floats_with_a_range(self):
        array = numpy.linspace(0, 1, 20, dtype=numpy.float32).reshape(4, 5)
        with imageop.tensor(array, Mode.L16, 0.0, 1.0) as given:
            self.assertEqual(given.image().get(4, 3).l(), 65535)
            given.image().set(4, 3, [0])
        self.assertEqual(array[3, 4], 0)

    def test_read_only_arrays(self):
        array = numpy.zeros((4, 5), numpy.uint8)
        array.flags.writeable = False
        if NEW:
            with imageop.tensor(array, Mode.L) as given:
                self.assertTrue(given.image().buffer().readOnly())
        else:
            # NumPy's own refusal
            with self.assertRaises((TypeError, BufferError)):
                imageop.tensor(array, Mode.L)

    def test_wrong_arrays_stay_with_python(self):
        for array, mode in (
            (numpy.zeros((4, 5), numpy.float64), Mode.L),
            (numpy.zeros((4, 5), numpy.float32), Mode.L),
            (numpy.zeros((3, 4, 5), numpy.uint8), Mode.RGB),
            (numpy.zeros((0, 5), numpy.uint8), Mode.L),
            (numpy.zeros(5, numpy.uint8), Mode.L),
        ):
            before = sys.getrefcount(array)
            with self.assertRaises(IllegalArgumentException):
                imageop.tensor(array, mode)
            self.assertEqual(sys.getrefcount(array), before)

    def test_an_array_that_nobody_closed(self):
        array = numpy.full((400, 500), 9, numpy.uint8)
        kept = weakref.ref(array)
        image = imageop.tensor(array, Mode.L).image()
        del array
        System.gc()
        self.assertIsNotNone(kept())
        self.assertEqual(image.get(499, 399).l(), 9)
        del image
        for _ in range(500):
            gc.collect()
            System.gc()
            if kept() is None:
                break
            threading.Event().wait(0.01)
        self.assertIsNone(kept())

    def test_an_exported_image_comes_back(self):
        image = native(Mode.RGB, 5, 4)
        with imageop.tensor(imageop.Exporter(image), Mode.RGB) as given:
            given.image().set(4, 3, [1, 2, 3])
            self.assertEqual(list(image.get(4, 3).value()), [1, 2, 3])
        self.assertEqual(held(), 0)

    def test_threads(self):
        failures = []

        def work():
            try:
                for i in range(50):
                    array = numpy.full((4, 5), i, numpy.uint8)
                    with imageop.tensor(array, Mode.L) as given:
                        pixels = imageop.array(given.image(), copy=False)
                        pixels[0, 0] = 200
                        del pixels
                    assert array[0, 0] == 200 and array[3, 4] == i
            except BaseException as failure:
                failures.append(failure)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])


# Alive when both end.
left_array = imageop.array(native(Mode.RGB, 5, 4))
left_capsule = imageop.Exporter(native(Mode.RGB, 5, 4)).__dlpack__()
left_tensor = imageop.tensor(numpy.zeros((4, 5), numpy.uint8), Mode.L)
LEFT = held()


def held_now():
    gc.collect()
    return ExportedTensor.held().size() - LEFT


held = held_now

if __name__ == "__main__":
    print("NumPy", numpy.__version__, "JPype", jpype.__version__)
    unittest.main()
