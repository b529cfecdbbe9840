"""The history of a case as sentences."""

import pytest

from samarbejde_cli.case.history import HistoryEntry
from samarbejde_cli.report.history import sentence

BASE = {"tid": "2026-03-03T09:05", "hvem": "Anne Holm", "fra": "møde", "til": "møde", "runde": "2"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"fra": None, "til": "visitation", "runde": "1"}, "oprettede sagen."),
        ({"til": "opfølgning"}, "flyttede sagen fra møde til opfølgning (runde 2)."),
        ({"til": "afsluttet", "begrundelse": "I lære."},
         "flyttede sagen fra møde til afsluttet. Begrundelse: I lære."),
        ({"til": "opfølgning", "gennemtvunget": "ja", "mangler": ["SAM702"], "begrundelse": "Syg"},
         ("flyttede sagen fra møde til opfølgning (runde 2), selv om noget manglede (SAM702). "
         "Begrundelse: Syg.")),
        ({"hændelse": "tilbage", "til": "formøde", "begrundelse": "Aflyst"},
         "flyttede sagen tilbage fra møde til formøde (runde 2). Begrundelse: Aflyst."),
        ({"hændelse": "genåbnet", "fra": "afsluttet", "begrundelse": "Ja!"},
         "genåbnede sagen, som var afsluttet, i møde (runde 2). Begrundelse: Ja!"),
        ({"hændelse": "pause", "indtil": "2026-08-10", "begrundelse": "Ferie"},
         "satte sagen på pause til den 10. august 2026. Begrundelse: Ferie."),
        ({"hændelse": "genoptaget"}, "tog sagen op igen efter pausen i møde (runde 2)."),
        ({"hændelse": "overdraget", "koordinator": "Bo Eg", "afdeling": "Borgerservice"},
         "overdrog sagen til Bo Eg (Borgerservice)."),
    ],
)  # fmt: skip
def test_a_line_is_a_sentence(values, said):
    move = HistoryEntry.model_validate({k: v for k, v in (BASE | values).items() if v is not None})
    assert sentence(move) == f"3. marts 2026 kl. 9.05: Anne Holm {said}"
