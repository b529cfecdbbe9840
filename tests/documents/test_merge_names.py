"""Names of an old mail merge mean a field only where they can mean no other."""

import pytest

from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.merge_names import nearest, propose
from samarbejde_cli.documents.schema import GROUP


def fields(kind):
    return [known.path for known in KINDS[kind].schema() if known.type != GROUP]


@pytest.mark.parametrize(
    ("kind", "name", "path"),
    [
        ("invitation", "Navn", "modtager.navn"),
        ("agenda", "Navn", "ung.navn"),
        ("invitation", "Fornavn + Efternavn", "modtager.navn"),
        ("invitation", "Barnets_fornavn + Barnets_efternavn", "ung.navn"),
        ("invitation", "Navn + Adresse", None),
        ("invitation", "Fornavn + Barnets_efternavn", None),
        ("pre-meeting", "Fornavn", "modtager.kaldes"),
        ("agenda", "Fornavn", "ung.kaldenavn"),
        ("invitation", "Adresselinje1", "modtager.linjer[]"),
        ("invitation", "Adresselinje2", "udgår"),
        ("agenda", "Adresse", "ung.adresse"),
        ("agenda", "Postnr", "ung.postnummer"),
        ("invitation", "BARNETS_NAVN", "ung.navn"),
        ("invitation", "Barnets navn", "ung.navn"),
        ("invitation", "ElevNavn", "ung.navn"),
        ("invitation", "Navn_på_barn", "ung.navn"),
        ("invitation", "CPR_nr", "ung.cpr"),
        ("invitation", "Sagsbehandler", "koordinator.navn"),
        ("invitation", "Raadgivers_tlf", "koordinator.telefon"),
        ("invitation", "Mødedato", "møde.dato"),
        ("pre-meeting", "Moedetid", "formøde.start"),
        ("invitation", "Mødested", "møde.lokale"),
        ("invitation", "Sagsnr.", "sag.nummer"),
        ("invitation", "Kommune", "kommune.navn"),
        ("invitation", "Svarfrist", "svarfrist"),
        ("invitation", "ung_navn", "ung.navn"),
        ("invitation", "GREETINGLINE", "modtager.navn"),
        ("agenda", "ADDRESSBLOCK adresse", "ung.postadresse"),
        ("invitation", "Dato", None),
        ("invitation", "Efternavn", None),
        ("invitation", "Tlf", None),
        ("invitation", "Forældres_navn", None),
        ("invitation", "Køn", None),
        ("invitation", "123", None),
        ("invitation", "", None),
    ],
)
def test_what_a_name_means(kind, name, path):
    assert propose(name, fields(kind)) == path


def test_postcode_and_town_are_in_the_address_when_the_letter_has_one():
    paths = fields("invitation")
    assert propose("Postnr", paths, ["Adresse", "Postnr"]) == "udgår"
    assert propose("By", paths, ["By"]) is None


def test_what_is_proposed_can_be_used():
    for kind in KINDS:
        paths = fields(kind)
        names = ("Navn", "Fornavn", "Adresse", "Telefon", "Titel", "Mødedato", "Sted", "DATE")
        for name in names:
            assert propose(name, paths, names) in {*paths, "udgår", None}


def test_the_nearest_fields_of_a_name_that_may_be_several():
    assert nearest("Dato", fields("invitation"))[:2] == ["dokument.dato", "møde.dato"]
    assert nearest("adressebeskytelse", fields("invitation")) == ["ung.adressebeskyttelse"]
    assert nearest("Hund", fields("invitation")) == []
