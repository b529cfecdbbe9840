"""A remedy says what was meant, and what it proposes is right when it is followed."""

import re

import pytest
from paper_case import template_with
from word_files import docx, p, r, table

from samarbejde_cli.actions import templates
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.shipped import shipped

PROFILE = Workspace(shipped("examples")).profile
NAME = "dagsorden-første.docx"

HINTS = [
    ("{{ ung navn }}", "{{ ung.navn }}"),
    ("{{ møde.dato langdato }}", "{{ møde.dato | langdato }}"),
    ("{{ møde dato langdato }}", "{{ møde.dato | langdato }}"),
    ("{{ if ung.skole }}", "{% if ung.skole %} … {% endif %}"),
    ("{{ endif }}", "ikke alle"),
    ("{{ ung.nvan }}", "`ung.navn`"),
    ("{{ ung_navn }}", "`ung.navn`"),
    ("{{ ungnavn }}", "`ung.navn`"),
    ("{%p if ung.skole %}", "{%p endif %}"),
    ("{% if ung.skole %}", "{% endif %}"),
    ("{% tr for x in team %}", "{%tr for x in team %}"),
    ("{%TR for x in team %}", "{%tr for x in team %}"),
    ("{% P if ung.skole %}", "{%p if ung.skole %}"),
    ("{{ modtager.navn }}", "samarbejde templates fields dagsorden"),
    ("{{ hundens_navn }}", "samarbejde templates fields dagsorden"),
    ("{ ung.navn }}", "{{ ung.navn }}"),
    ("{ { ung.navn } }", "{{ ung.navn }}"),
    ("ung.navn }}", "{{ ung.navn }}"),
    ("{{ ung.navn }", "{{ ung.navn }}"),
    ("{{ ung.navn", "{{ ung.navn }}"),
    ("{{{ ung.navn }}}", "{{ ung.navn }}"),
    ("{%{ ung.navn }%}", "{{ ung.navn }}"),
    ("{{ ung.navn %}", "{{ ung.navn }}"),
    ("{% ung.navn %}", "{{ ung.navn }}"),
    ("{% if ung.skole }}", "{% if ung.skole %} … {% endif %}"),
    ("{ ung navn }}", "{{ ung.navn }}"),
    ("[[UNG.NAVN]]", "{{ ung.navn }}"),
    ("[[ ung.nvan ]]", "{{ ung.navn }}"),
    ("{ ung.skole | upper }}", '{{ ung.skole | default("") | upper }}'),
    ("<<ung.skole>>", '{{ ung.skole | default("") }}'),
    ("{ if ung.skole %}", "{% if ung.skole %} … {% endif %}"),
    ("{% if ung.skole }", "{% if ung.skole %} … {% endif %}"),
    ("{ %p if not ung.skloe % }", "{%p if not ung.skole %} … {%p endif %}"),
    ("{%p for x in ønsker", "{%p for x in ønsker %} … {%p endfor %}"),
    ("{% if ung.skole %}{% else if ung.cpr %}{% endif %}", "{% elif ung.cpr %}"),
]


def hints(tmp_path, data):
    path = tmp_path / NAME
    path.write_bytes(data)
    return [each.hint for each in templates.check_template(path, PROFILE)]


@pytest.mark.parametrize(("written", "proposed"), [h for h in HINTS if h[1] != "ikke alle"])
def test_the_hint_says_what_was_meant(written, proposed, tmp_path):
    assert any(proposed in hint for hint in hints(tmp_path, template_with(written)))


@pytest.mark.parametrize("written", [written for written, _ in HINTS])
def test_what_a_hint_proposes_has_no_mistake_itself(written, tmp_path):
    for hint in hints(tmp_path, template_with(written)):
        for tag in re.findall(r"\{\{.*?\}\}|\{% if .*?\{% endif %\}", hint):
            assert hints(tmp_path, template_with(tag)) == []
        for tags in re.findall(r"(\{%p .*%\}) … (\{%p end.* %\})", hint):
            assert hints(tmp_path, docx("".join(map(p, tags)))) == []
        for field in re.findall(r"Mente du `([\w.]+)`", hint):
            assert hints(tmp_path, template_with(f"{{{{ {field} }}}}")) == []


def test_an_end_in_two_words(tmp_path):
    xml = p("{%p for x in ønsker %}") + p("{{ x }}") + p("{%p end for %}")
    assert any("`endfor`" in hint for hint in hints(tmp_path, docx(xml)))


def test_another_person_is_never_proposed(tmp_path):
    (hint,) = hints(tmp_path, template_with("Kære {{ modtager.navn }}"))
    assert "koordinator.navn" not in hint
    assert "Indkaldelse" in hint


def test_a_block_that_begins_in_a_tracked_insertion(tmp_path):
    begin = r("{% if ung.skole %}")
    xml = f'<w:p><w:ins w:id="1">{begin}</w:ins>{r("x{% endif %}")}</w:p>'
    assert any("Acceptér alle ændringer" in hint for hint in hints(tmp_path, docx(xml)))


def test_a_row_tag_that_lacks_its_end_is_told_the_end_of_a_row(tmp_path):
    xml = table(["{%tr for x in ønsker %}", ""], ["{{ x }}", ""])
    assert any("{%tr endfor %}" in hint for hint in hints(tmp_path, docx(xml)))
