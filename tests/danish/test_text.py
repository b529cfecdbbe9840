import pytest

from samarbejde_cli.danish.text import closest_value, listed


@pytest.mark.parametrize(
    ("written", "known"),
    [
        *(("gode-ressourcer", "få-ressourcer"), ("ressourcer", "få-ressourcer")),
        *(("god opvækst", "opvækst"), ("Mødelokale 3", "Mødelokale 2"), ("lov", "lav")),
        *(("Martin Refsgaard", "Morten Refsgaard"), ("Karsten", "Kirsten Ladegaard")),
        *(("den-unges-ven", "den-unges-voksne"), ("ingen krise", "krise")),
    ],
)
def test_another_word_number_or_person_is_not_proposed(written, known):
    assert closest_value(written, [known]) is None


@pytest.mark.parametrize(
    ("written", "known"),
    [
        *(("Mete Lindegaard", "Mette Lindegaard"), ("morten refsgård", "Morten Refsgaard")),
        *(("Lindesal", "Lindesalen"), ("mødelokale2", "Mødelokale 2"), ("opvekst", "opvækst")),
        *(("få ressourcer", "få-ressourcer"), ("Børn og Famile", "Børn og Familier")),
    ],
)
def test_a_slip_of_the_pen_is_pointed_out(written, known):
    assert closest_value(written, [known]) == known


def test_names_with_og_in_them_are_joined_by_samt():
    names = ["Job og Uddannelse", "Social og Sundhed"]
    assert listed(names) == "Job og Uddannelse samt Social og Sundhed"
    assert listed(names, "eller") == "Job og Uddannelse eller Social og Sundhed"
    assert listed(["Bo", "Mette", "Ida"]) == "Bo, Mette og Ida"
