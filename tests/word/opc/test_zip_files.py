"""Written files are sound archives, the same on every system and at every hour."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from samarbejde_cli.word.opc.zip_files import make_base, read_parts, write, write_parts

PARTS = {"[Content_Types].xml": b"<Types/>", "word/billede-ø.xml": b"x" * 9000, "empty": b""}


def by_zipfile(parts):
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = ZIP_DEFLATED, 3
            archive.writestr(info, data)
    return stream.getvalue()


def test_the_bytes_are_those_of_zipfile_on_unix():
    assert write_parts(PARTS) == by_zipfile(PARTS)


def test_what_was_written_is_read_again_in_its_order():
    assert list(read_parts(write_parts(PARTS)).items()) == list(PARTS.items())


def test_the_parts_of_a_base_stand_first_and_are_copied():
    base = make_base([("a.bin", 0, b"abc", 0x352441C2, 3)])
    with ZipFile(BytesIO(write(base, [("b.xml", b"<b/>")]))) as archive:
        assert archive.namelist() == ["a.bin", "b.xml"]
        assert archive.testzip() is None
        assert archive.read("a.bin") == b"abc"
