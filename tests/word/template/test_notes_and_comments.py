"""Notes follow their references; review comments stay behind."""

import pytest
from whole_parts import all_text, body, repeated, trees, with_parts
from word_files import NAMESPACES, W, docx, p, png, r, table, unpacked

from samarbejde_cli import word
from samarbejde_cli.word import Picture

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p/></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def ref(number, kind="footnote"):
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(number, text, kind="footnote"):
    inner = text if text.startswith("<") else p(text)
    return f'<w:{kind} w:id="{number}">{inner}</w:{kind}>'


def rendered(xml, notes, context, kind="footnotes", separators=SEPARATORS):
    separators = separators.replace("footnote", kind.removesuffix("s"))
    data = docx(xml, **{kind: separators + notes})
    return word.compile_template(data, "x.docx").render(context)


def pairs(document, kind="footnote"):
    """The text of each reference's paragraph with that of its note, and all notes in order."""
    notes = {
        each.get(f"{{{W}}}id"): "".join(each.itertext())
        for each in trees(document)[f"word/{kind}s.xml"].iter(f"{{{W}}}{kind}")
        if each.get(f"{{{W}}}type") is None
    }
    found = [
        ("".join(next(each.iterancestors(f"{{{W}}}p")).itertext()), notes[each.get(f"{{{W}}}id")])
        for each in body(document).iter(f"{{{W}}}{kind}Reference")
    ]
    assert [text for _, text in found] == list(notes.values())
    assert repeated(trees(document)[f"word/{kind}s.xml"], kind) == []
    return found


def test_notes_are_numbered_after_the_separators_whatever_ids_these_have():
    old_word = SEPARATORS.replace('w:id="0"', 'w:id="1"').replace('w:id="-1"', 'w:id="0"')
    xml = f"<w:p>{r('A {{ x }}')}{ref(2)}</w:p>"
    document = rendered(xml, note(2, "om A"), {"x": 1}, separators=old_word)
    assert pairs(document) == [("A 1", "om A")]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_goes_away_with_its_paragraph(kind):
    xml = (
        p("{%p if ja %}")
        + f"<w:p>{r('A')}{ref(1, kind)}</w:p>"
        + p("{%p endif %}")
        + f"<w:p>{r('B')}{ref(2, kind)}</w:p>"
    )
    notes = note(1, "om A", kind) + note(2, "om B {{ x }}", kind)
    for ja, expected in ((False, [("B", "om B 1")]), (True, [("A", "om A"), ("B", "om B 1")])):
        document = rendered(xml, notes, {"ja": ja, "x": 1}, f"{kind}s")
        assert pairs(document, kind) == expected


def test_each_round_of_a_loop_has_its_own_note_with_the_values_of_the_round():
    first, second = (f"<w:p>{r('{{ m }}')}{ref(number)}</w:p>" for number in (5, 7))
    xml = p("{%p for m in mål %}") + first + p("{%p endfor %}")
    xml += table(["{%tr for m in mål %}"], [second], ["{%tr endfor %}"])
    notes = note(7, "i tabel {{ m }}") + note(5, "om {{ m }}")
    expected = [("a", "om a"), ("b", "om b"), ("a", "i tabel a"), ("b", "i tabel b")]
    assert pairs(rendered(xml, notes, {"mål": ["a", "b"]})) == expected


def test_notes_have_conditions_pictures_and_links_of_their_own():
    inner = p("{%p if ja %}") + p("{{ billede }}") + p("{%p endif %}")
    xml = f"<w:p>{r('{{ t }}')}{ref(1)}</w:p>"
    context = {"ja": True, "billede": Picture(png(2, 2), "x"), "t": 1}
    document = rendered(xml, note(1, inner), context)
    assert "image" in unpacked(document)["word/_rels/footnotes.xml.rels"].decode()
    empty = rendered(xml, note(1, inner), {**context, "ja": False})
    (found,) = [e for e in trees(empty)["word/footnotes.xml"] if e.get(f"{{{W}}}type") is None]
    assert [child.tag for child in found] == [f"{{{W}}}p"]


def test_a_file_without_tags_in_its_body_has_notes_with_values():
    assert pairs(rendered(f"<w:p>{ref(1)}</w:p>", note(1, "{{ t }}"), {"t": "x"})) == [("", "x")]


def test_a_reference_without_a_note_and_a_note_without_a_reference_go_away():
    document = rendered(p("{{ t }}") + f"<w:p>{ref(3)}</w:p>", note(9, "væk"), {"t": 1})
    assert pairs(document) == []
    assert "væk" not in all_text(document)


def test_a_mistake_in_a_note_is_told_at_the_note():
    data = docx(f"<w:p>{r('x')}{ref(1)}</w:p>", footnotes=SEPARATORS + note(1, "{% if %}{{ a b }}"))
    assert {m.place.part for m in word.check(data, "x.docx")} == {"fodnoter"}


COMMENTED = (
    '<w:p><w:commentRangeStart w:id="1"/>{}<w:r><w:commentReference w:id="1"/></w:r>'
    '<w:commentRangeEnd w:id="1"/></w:p>'
)


def commented():
    xml = p("{%p for x in xs %}") + COMMENTED.format(r("{{ x }}")) + p("{%p endfor %}")
    data = docx(
        xml, comments=f'<w:comment w:id="1" w:author="Bo">{p("Er {{ x }} rigtigt?")}</w:comment>'
    )
    more = f'<w15:commentsEx xmlns:w15="urn:15" {NAMESPACES}/>'
    return with_parts(
        data,
        {"word/commentsExtended.xml": more},
        {"word/commentsExtended.xml": f"{_TYPES}commentsExtended+xml"},
        [("word/document.xml", "rId66", "commentsExtended", "commentsExtended.xml")],
    )


def test_no_review_comment_leaves_the_house():
    document = word.compile_template(commented(), "x.docx").render({"xs": [1, 2]})
    assert not [name for name in unpacked(document) if "comment" in name]
    assert "omment" not in "".join(each.decode("latin-1") for each in unpacked(document).values())
    assert [e.text for e in body(document).iter(f"{{{W}}}t")] == ["1", "2"]


RANGE = '<w:commentRange{} w:id="{}"/>'


def spot(number):
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def kept(xml, context, *numbers):
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="Bo">{p(f"om {number} {{{{ x }}}}")}</w:comment>'
        for number in numbers
    )
    data = docx(xml, comments=comments)
    return word.compile_template(data, "x.docx", keep_comments=True).render(context)


def ranges(document):
    """What each comment is about, by its text: the text between its marks; None for a spot."""
    ends, texts = {}, {}
    for node in body(document).iter():
        name, number = node.tag.partition("}")[2], node.get(f"{{{W}}}id")
        if name == "commentRangeStart":
            assert number not in texts
            texts[number] = ""
        elif name == "commentRangeEnd":
            ends[number] = texts[number]
        elif name == "t":
            texts = {n: t if n in ends else t + (node.text or "") for n, t in texts.items()}
    comments = trees(document)["word/comments.xml"]
    assert repeated(comments, "comment") == []
    references = [e.get(f"{{{W}}}id") for e in body(document).iter(f"{{{W}}}commentReference")]
    assert references == [each.get(f"{{{W}}}id") for each in comments]
    assert {*texts} == {*ends} <= {*references}
    return [("".join(c.itertext()), ends.get(n)) for n, c in zip(references, comments, strict=True)]


def test_kept_comments_are_repeated_with_numbers_of_their_own_and_stay_as_they_were_typed():
    template = word.compile_template(commented(), "x.docx", keep_comments=True)
    document = template.render({"xs": ["a", "b"]})
    assert ranges(document) == [("Er {{ x }} rigtigt?", "a"), ("Er {{ x }} rigtigt?", "b")]
    assert "word/commentsExtended.xml" not in unpacked(document)
    assert template.has_comments
    assert ranges(template.render({"xs": []})) == []
    assert not word.compile_template(commented(), "x.docx").has_comments


def test_a_comment_over_several_paragraphs_keeps_its_range_only_when_it_is_whole():
    xml = (
        p("{%p if ja %}")
        + f"<w:p>{RANGE.format('Start', 1)}{r('A')}</w:p>"
        + p("{%p endif %}")
        + f"<w:p>{r('{{ x }}')}{RANGE.format('End', 1)}{spot(1)}</w:p>"
    )
    assert ranges(kept(xml, {"ja": True, "x": 1}, 1)) == [("om 1 {{ x }}", "A1")]
    assert ranges(kept(xml, {"ja": False, "x": 1}, 1)) == [("om 1 {{ x }}", None)]


def test_comments_within_comments_and_without_a_range_are_kept():
    inner = f"{RANGE.format('Start', 7)}{r('B')}{RANGE.format('End', 7)}{spot(7)}"
    outer = f"{RANGE.format('Start', 3)}{r('{{ x }}')}{inner}{RANGE.format('End', 3)}{spot(3)}"
    xml = p("{%p for x in xs %}") + f"<w:p>{outer}{spot(5)}</w:p>" + p("{%p endfor %}")
    found = ranges(kept(xml, {"xs": ["a", "b"]}, 3, 5, 7))
    assert [each for _, each in found] == ["B", "aB", None, "B", "bB", None]


def test_a_template_without_tags_keeps_its_comments_to_the_byte():
    data = docx(
        f"<w:p>{r('x')}{spot(4)}</w:p>", comments=f'<w:comment w:id="4">{p("y")}</w:comment>'
    )
    made = word.compile_template(data, "x.docx", keep_comments=True).render({})
    assert unpacked(made)["word/comments.xml"] == unpacked(data)["word/comments.xml"]


def test_comments_and_notes_in_the_same_loop_are_kept_apart():
    xml = (
        p("{%p for x in xs %}") + f"<w:p>{r('{{ x }}')}{ref(1)}{spot(4)}</w:p>" + p("{%p endfor %}")
    )
    comment = f'<w:comment w:id="4">{p("k")}</w:comment>'
    data = docx(xml, footnotes=SEPARATORS + note(1, "om {{ x }}"), comments=comment)
    made = word.compile_template(data, "x", keep_comments=True).render({"xs": ["a", "b"]})
    assert pairs(made) == [("a", "om a"), ("b", "om b")]
    assert ranges(made) == [("k", None)] * 2


def test_how_many_comments_there_are_is_a_remark():
    (remark,) = word.check(commented(), "x.docx")
    assert remark.is_remark
    assert "1 kommentar" in remark.message
