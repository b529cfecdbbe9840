"""A folder of documents that people may edit."""

from samarbejde_cli.actions.output_folder import is_torn


def test_a_file_in_another_format_is_somebodys(tmp_path):
    path = tmp_path / "a.docx"
    for data, torn in ((b"\xd0\xcf\x11\xe0 locked", False), (b"", True), (b"\0" * 9, True),
                       (b"PK\x03\x04", True)):  # fmt: skip
        path.write_bytes(data)
        assert is_torn(path) is torn
