"""What a letter knows of the file that it was merged with stays behind."""

from merge_letters import merge, paragraph, with_data_source
from word_files import docx, packed, texts_of, unpacked

from samarbejde_cli import word
from samarbejde_cli.word.opc import content_types

LETTER = docx(paragraph(merge("Navn")))


def target(_):
    return word.Target("ung.navn")


def test_the_data_source_and_the_list_of_recipients_are_taken_out():
    letter = word.convert_letter(with_data_source(LETTER), "x", target)
    files = unpacked(letter.data)
    assert letter.had_data_source
    assert not any(
        word in content
        for content in files.values()
        for word in (b"borgere", b"OLEDB", b"mailMerge", b"recipientData")
    )
    assert "word/recipientData.xml" not in files
    assert not word.convert_letter(LETTER, "x", target).had_data_source


def test_a_word_template_becomes_a_document():
    files = unpacked(LETTER)
    types = files["[Content_Types].xml"].decode()
    types = types.replace(content_types.MAIN, content_types.WORD_TEMPLATE)
    letter = word.convert_letter(packed({**files, "[Content_Types].xml": types}), "x", target)
    assert content_types.MAIN.encode() in unpacked(letter.data)["[Content_Types].xml"]
    assert texts_of(letter.data) == ["{{ ung.navn }}"]


def test_the_same_letter_gives_the_same_bytes():
    once, again = (word.convert_letter(with_data_source(LETTER), "x", target) for _ in range(2))
    assert once.data == again.data
