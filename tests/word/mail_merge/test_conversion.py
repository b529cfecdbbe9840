"""Every kind of field of an old letter becomes the tags that say the same, or is left and told."""

import pytest
from merge_letters import code, field, mark, merge, paragraph
from word_files import docx, p, r, table, texts_of, xml_of

from samarbejde_cli import word

KNOWN = {
    "Navn": word.Target("ung.navn"),
    "Skole": word.Target("ung.skole", may_lack=True),
    "Dato": word.Target("møde.dato", "date"),
    "Tid": word.Target("møde.start", "time"),
    "Alder": word.Target("ung.alder", "number"),
    "Skjult": word.Target("ung.skjult", "truth"),
    "Adresse": word.Target("modtager.linjer", "list"),
    "Postnr": word.Target("", "nothing"),
    "DATE": word.Target("dokument.dato", "date"),
    "GREETINGLINE": word.Target("modtager.navn"),
    "ADDRESSBLOCK navn": word.Target("modtager.navn"),
    "ADDRESSBLOCK adresse": word.Target("modtager.linjer", "list"),
    "Fornavn + Efternavn": word.Target("ung.navn"),
    "NEXT": word.Target("team", "list"),
    "NEXT Navn": word.Target("team[].navn"),
}
ALWAYS = """ung.navn møde.dato møde.start ung.alder ung.skjult modtager.linjer dokument.dato
    modtager.navn team team[].navn"""
SCHEMA = dict.fromkeys(ALWAYS.split(), True) | {"ung.skole": False}


def target(name):
    return KNOWN.get(name) or word.Target(word.identifier(name), is_known=False)


def converted(*paragraphs):
    return word.convert_letter(docx("".join(paragraphs)), "brev.docx", target)


def text(*inside):
    """The one paragraph of a letter that nothing is left in, and that the check knows of."""
    letter = converted(paragraph(*inside))
    (only,) = texts_of(letter.data)
    assert letter.left == ()
    unknown = [m for m in word.check(letter.data, "x", SCHEMA) if m.field not in ("Køn", "Hund")]
    assert unknown == []
    return only


def condition(*comparison):
    return text(field(" IF ", *comparison, ' "a" "b"')).removesuffix(" %}a{% else %}b{% endif %}")[
        len("{% if ") :
    ]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (merge("Navn"), "{{ ung.navn }}"),
        (merge("Navn", "\\* MERGEFORMAT"), "{{ ung.navn }}"),
        (merge("Navn", "\\* Upper"), "{{ ung.navn | upper }}"),
        (merge("Navn", "\\*Lower"), "{{ ung.navn | lower }}"),
        (merge("Navn", "\\* FirstCap"), "{{ ung.navn | stort_forbogstav }}"),
        (merge("Navn", "\\* Caps \\* MERGEFORMAT"), "{{ ung.navn | store_forbogstaver }}"),
        (merge("Skole"), '{{ ung.skole | default("") }}'),
        (merge("Skole", "\\* Upper"), '{{ ung.skole | default("") | upper }}'),
        (
            merge("Skole", '\\b "Skole: " \\f "."'),
            '{% if ung.skole %}Skole: {{ ung.skole | default("") }}.{% endif %}',
        ),
        (merge('"Navn"'), "{{ ung.navn }}"),
        (merge("Hund"), "{{ Hund }}"),
        (merge("Dato"), "{{ møde.dato }}"),
        (merge("Dato", '\\@ "dd-MM-yyyy"'), '{{ møde.dato | dato("dd-MM-yyyy") }}'),
        (merge("Dato", '\\@"d. MMMM yyyy"'), "{{ møde.dato | dato }}"),
        (merge("Dato", "\\@ \"dddd 'den' d. MMMM yyyy\""), "{{ møde.dato | langdato }}"),
        (merge("Dato", '\\@ "dddd"'), '{{ møde.dato | dato("dddd") }}'),
        (merge("Dato", "\\@ “d/M”"), '{{ møde.dato | dato("d/M") }}'),
        (merge("Tid", '\\@ "HH:mm"'), '{{ møde.start | dato("HH:mm") }}'),
        (merge("Alder", '\\# "000"'), '{{ ung.alder | tal("000") }}'),
        (field(' DATE \\@ "d. MMMM yyyy" ', result=r("x")), "{{ dokument.dato | dato }}"),
        (field(' CREATEDATE \\@ "yyyy" '), '{{ dokument.dato | dato("yyyy") }}'),
        (field(' TIME \\@ "d. MMMM yyyy" '), "{{ dokument.dato | dato }}"),
        (field(" GREETINGLINE "), "Kære {{ modtager.navn }}"),
        (
            field(' GREETINGLINE \\f "<<_BEFORE_ Hej >><<_FIRST0_>><<_AFTER_ ,>>" \\l 1030'),
            "Hej {{ modtager.navn }},",
        ),
        (
            field(" ADDRESSBLOCK "),
            '{{ modtager.navn }}\n{{ modtager.linjer | join("\\n") }}',
        ),
        (field(' QUOTE "hej ', merge("Navn"), '" '), "hej {{ ung.navn }}"),
        (
            field(' SET Hund "Med hilsen" ') + field(" REF Hund "),
            '{% set Hund = "Med hilsen" %}{{ Hund }}',
        ),
        (field(' ASK Hund "Hvad?" ') + field(" Hund "), "{{ Hund }}"),
        ("Kære «Navn», hej", "Kære {{ ung.navn }}, hej"),
        ("«Fornavn» «Efternavn»", "{{ ung.navn }}"),
        (merge("Fornavn") + r(" ") + merge("Efternavn"), "{{ ung.navn }}"),
    ],
)  # fmt: skip
def test_fields(inside, expected):
    assert text(inside) == expected


NAME, SCHOOL, AGE, HIDDEN = (merge(each) for each in ("Navn", "Skole", "Alder", "Skjult"))


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        ((NAME, ' = "Bo"'), 'ung.navn == "Bo"'),
        ((NAME, '="Bo"'), 'ung.navn == "Bo"'),
        ((NAME, " = Bo"), 'ung.navn == "Bo"'),
        ((' "', NAME, '" <> "Bo"'), 'ung.navn != "Bo"'),
        ((' "Bo" = ', NAME), 'ung.navn == "Bo"'),
        ((NAME, ' <> ""'), "ung.navn"),
        ((SCHOOL, ' = ""'), "not ung.skole"),
        ((SCHOOL, ' = "10. a"'), 'ung.skole | default("") == "10. a"'),
        ((AGE, " >= 18"), "ung.alder >= 18"),
        ((AGE, ' < "18"'), "ung.alder < 18"),
        ((" 18 > ", AGE), "ung.alder < 18"),
        ((HIDDEN, ' = "Ja"'), "ung.skjult"),
        ((HIDDEN, ' <> "Ja"'), "not ung.skjult"),
        ((HIDDEN, ' = "nej"'), "not ung.skjult"),
        ((merge("Dato"), ' < "1. marts 2026"'), '(møde.dato | dato("yyyy-MM-dd")) < "2026-03-01"'),
        ((merge("Tid"), ' = "9.00"'), '(møde.start | dato("HH:mm")) == "09:00"'),
        ((NAME, ' = "B*"'), 'ung.navn[:1] == "B"'),
        ((NAME, ' <> "*sen"'), 'not (ung.navn[-3:] == "sen")'),
        ((NAME, ' = "?o"'), 'ung.navn[1:2] == "o" and ung.navn | length == 2'),
        ((NAME, ' = "*"'), "ung.navn"),
        ((NAME, " = ", SCHOOL), 'ung.navn == ung.skole | default("")'),
        (
            (field(" = OR(", field(" COMPARE ", NAME, " = A "), ",",
                   field(" COMPARE ", NAME, " = B "), ") "), " = 1"),
            '(ung.navn == "A") or (ung.navn == "B")',
        ),
        (
            (field(" IF ", NAME, ' = "A" "1" "0" '), ' = "1"'),
            '("1" if ung.navn == "A" else "0") == "1"',
        ),
    ],
)  # fmt: skip
def test_conditions(comparison, expected):
    assert condition(*comparison) == expected


def test_a_condition_in_a_condition():
    inner = field(" IF ", HIDDEN, ' = "Ja" "skjult" "vist" ', result=r("vist"))
    whole = text(field(" IF ", AGE, " >= 18 ", inner, ' "barn"', result=r("barn")), " slut")
    assert whole == (
        "{% if ung.alder >= 18 %}{% if ung.skjult %}skjult{% else %}vist{% endif %}"
        "{% else %}barn{% endif %} slut"
    )


def test_an_empty_first_answer_turns_the_condition():
    assert (
        text(field(" IF ", SCHOOL, ' <> "" "" "ingen"')) == "{% if not ung.skole %}ingen{% endif %}"
    )


def test_the_look_of_the_result_and_of_the_answers_is_kept():
    bold, red = "<w:b/>", '<w:color w:val="C00000"/>'
    letter = converted(
        paragraph(merge("Navn", look=bold), field(" IF ", NAME, ' = "A" "', code("ja", red), '"'))
    )
    xml = xml_of(letter.data)
    assert f'<w:rPr>{bold}</w:rPr><w:t xml:space="preserve">{{{{ ung.navn }}}}' in xml
    assert f'<w:rPr>{red}</w:rPr><w:t xml:space="preserve">ja</w:t>' in xml


def test_a_code_split_over_runs_and_a_simple_field():
    split = mark("begin") + code(" MERGE") + code("FIELD Na") + code("vn ") + mark("end")
    simple = f'<w:fldSimple w:instr=" MERGEFIELD Navn ">{r("x", "<w:i/>")}</w:fldSimple>'
    one_run = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>MERGEFIELD Navn</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>x</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert text(split, simple, one_run) == "{{ ung.navn }}" * 3
    assert "<w:rPr><w:i/></w:rPr>" in xml_of(converted(paragraph(simple)).data)


def test_a_field_inside_a_link_or_a_tracked_insertion():
    begin = f'<w:ins w:id="1" w:author="x">{mark("begin")}{code("MERGEFIELD Navn")}</w:ins>'
    assert text(begin, mark("end")) == "{{ ung.navn }}"
    assert text(f'<w:hyperlink w:anchor="x">{NAME}</w:hyperlink>') == "{{ ung.navn }}"
    link = converted(paragraph(field(' HYPERLINK "mailto:', NAME, '" ', result=r("skriv"))))
    assert "mailto:</w:instrText>" in xml_of(link.data)
    assert "{{ ung.navn }}</w:instrText>" in xml_of(link.data)


def test_paragraphs_in_an_answer():
    begin = f"<w:p>{mark('begin')}{code(' IF ')}{SCHOOL}{code(' <> ')}{code(chr(34) * 2)}"
    line = f"<w:p>{code('anden')}</w:p>"
    ends = f"<w:p>{code(chr(34) + ' ' + chr(34) * 2)}{mark('end')}{r('efter')}</w:p>"
    first = f"{begin}{code(' ' + chr(34) + 'første')}</w:p>"
    assert texts_of(converted(first + line + ends).data) == [
        "{%p if ung.skole %}", "første", "anden", "{%p endif %}", "efter"
    ]  # fmt: skip
    before = first.replace("<w:p>", f"<w:p>{r('før ')}", 1)
    letter = converted(before + line + ends)
    assert texts_of(letter.data) == [
        "{%p if ung.skole %}", "før første", "anden", "efter", "{%p else %}", "før efter",
        "{%p endif %}",
    ]  # fmt: skip
    assert word.check(letter.data, "x", SCHEMA) == ()


def test_many_answers_with_paragraphs_do_not_double_the_letter():
    begin = f"{mark('begin')}{code(' IF ')}{SCHOOL}{code(' = x ')}"
    one = f"{begin}{code(chr(34) + 'a')}</w:p><w:p>{code('b' + chr(34))}{mark('end')}"
    letter = converted(f"<w:p>{r('x')}{one * 12}</w:p>")
    assert len(texts_of(letter.data)) < 30
    assert word.check(letter.data, "x", SCHEMA) == ()


def test_rows_and_paragraphs_with_next_become_a_loop():
    following = f"<w:p>{field(' NEXT ')}{NAME}</w:p>"
    rows = table(["Navn"], [f"<w:p>{NAME}</w:p>"], [following], [following], columns=1)
    letter = converted(rows, paragraph(NAME))
    assert texts_of(letter.data) == [
        "Navn", "{%tr for en in team %}", "{{ en.navn }}", "{%tr endfor %}", "{{ ung.navn }}"
    ]  # fmt: skip
    assert [each.place.paragraph for each in letter.converted] == [2, 2, 5]
    assert word.check(letter.data, "x", SCHEMA) == ()
    assert texts_of(converted(paragraph(NAME) + following).data) == [
        "{%p for en in team %}", "{{ en.navn }}", "{%p endfor %}"
    ]  # fmt: skip


def test_a_line_whose_fields_go_away_goes_with_them():
    letter = converted(
        paragraph(merge("Adresse")), paragraph(merge("Postnr"), " ", merge("Postnr"))
    )
    assert texts_of(letter.data) == ['{{ modtager.linjer | join("\\n") }}']
    cell = converted(table([f"<w:p>{merge('Postnr')}</w:p>"], columns=1))
    assert texts_of(cell.data) == [""]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (field(" NEXT "), "ingen næste"),
        (field(" NEXTIF ", NAME, " = x "), "ingen næste"),
        (field(" SKIPIF ", NAME, " = x "), "springer ingen over"),
        (field(" MERGEREC "), "intet løbenummer"),
        (field(' TIME \\@ "HH:mm" '), "intet klokkeslæt"),
        (field(" IF ", merge("Dato"), ' = "hej" 1 2'), "»hej«"),
        (field(" IF ", AGE, ' = "hej" 1 2'), "tal"),
        (field(" IF ", HIDDEN, ' = "måske" 1 2'), "ja eller nej"),
        (field(" IF ", NAME, ' = "a*b*c" 1 2'), "to stjerner"),
        (field(" IF ", NAME, " 1 2"), "kan ikke læses"),
        (field(" IF ", NAME, ' = "}}" 1 2'), "krøllede parenteser"),
        (field(" IF ", merge("Postnr"), ' = "1" 1 2'), "udgår"),
        (field(" IF ", merge("Adresse"), ' = "1" 1 2'), "liste"),
        (field(" = 2 * ", AGE, result=r("34")), "regner feltet ud"),
        (field(" INCLUDEPICTURE ", NAME), "regner feltet ud"),
        (merge("Alder", "\\* CardText"), "CardText"),
        ("«Hund»", "står som tekst"),
    ],
)
def test_what_cannot_be_converted_is_told_and_nothing_is_lost(inside, told):
    letter = converted(paragraph(inside))
    (left,) = letter.left
    assert told in left.message
    assert left.hint
    assert (left.place.part, left.place.paragraph) == ("brødtekst", 1)


def test_what_has_nothing_to_do_with_a_merge_is_let_be():
    xml = paragraph(field(" PAGE ", result=r("1")), field(" IF ", field(" PAGE "), " = 1 a b"))
    letter = converted(xml)
    assert (letter.converted, letter.left) == ((), ())
    assert xml_of(letter.data) == xml_of(docx(xml))


def test_all_parts_with_text_are_converted():
    data = docx(p("x"), header=paragraph(NAME), footer1=paragraph("«Navn»"))
    letter = word.convert_letter(data, "x", target)
    assert texts_of(letter.data, "word/header.xml") == ["{{ ung.navn }}"]
    assert texts_of(letter.data, "word/footer1.xml") == ["{{ ung.navn }}"]
    assert [each.place.part for each in letter.converted] == ["sidehoved", "sidefod"]


CONTEXT = {"ung": {"navn": "Bo", "alder": 17, "skjult": False, "skole": None}}


@pytest.mark.parametrize("school", [None, "X"])
@pytest.mark.parametrize(
    ("letter", "without", "with_one"),
    [
        ("a{b¶c|}d", ["ad"], ["ab", "cd"]),
        ("{b¶c¶|}d", ["d"], ["b", "c", "d"]),
        ("{b¶|}{c¶|}{d¶|e¶}f", ["e", "f"], ["b", "c", "d", "f"]),
        ("{b¶|}x{c|d}", ["xd"], ["b", "xc"]),
        ("a{¶b|}", ["a"], ["a", "b"]),
        ("{b¶c|d¶e}", ["d", "e"], ["b", "c"]),
        ("{|d¶e}f", ["d", "ef"], ["f"]),
        ("{b¶{c¶d|}¶|}e", ["e"], ["b", "c", "d", "e"]),
        ("a{b{c|d}¶e|f}", ["af"], ["abc", "e"]),
    ],
)  # fmt: skip
def test_the_rendered_letter_has_the_paragraphs_that_word_would_make(
    letter, without, with_one, school
):
    made = converted(if_letter(letter)).data
    context = {"ung": CONTEXT["ung"] | {"skole": school}}
    template = word.compile_template(made, "x")
    assert texts_of(template.render(context)) == (with_one if school else without)


def if_letter(letter):
    """``{a|b}`` is a field that asks for the school, ``¶`` ends a paragraph."""
    xml, depth = "<w:p>", 0
    for sign in letter:
        if sign == "{":
            xml += (
                f"{mark('begin')}{code(' IF ')}{SCHOOL}{code(' <> ' + chr(34) * 2 + ' ' + chr(34))}"
            )
            depth += 1
        elif sign == "|":
            xml += code('" "')
        elif sign == "}":
            xml += f"{code(chr(34))}{mark('end')}"
            depth -= 1
        elif sign == "¶":
            xml += "</w:p><w:p>"
        else:
            xml += code(sign) if depth else r(sign)
    return f"{xml}</w:p>"
