"""Base cases that the examples of several rules begin with."""

SIGNED_BY_TWO = """\
 # samtykke.yaml
 underskrifter:
   - navn: Silje Ravn
     som: ung
     dato: 2026-02-10
   - navn: Mette Ravn
     som: forældremyndighed
     dato: 2026-02-10
"""
"""A consent that the youth and one of the parents have signed."""

GOAL = """\
 # plan.yaml
 mål:
   - område: fagligt
     mål: Jeg skal møde op i skole tre dage om ugen
"""
"""A plan with one goal; its other fields follow."""

SECOND_ROUND = """\
 # sag.yaml
 trin: formøde
 runde: 2
 # historik.yaml
 - {tid: 2026-03-10T09:00, hvem: Anne Holm, fra: opfølgning, til: formøde, runde: 2}
"""
"""A case at the beginning of its second round."""
