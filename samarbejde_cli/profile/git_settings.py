"""How a municipality uses git: what ``samarbejde.yaml`` says under ``git``."""

from samarbejde_cli.forms.fields import YesNo
from samarbejde_cli.forms.model import Choice, Field, Model


class Joining(Choice):
    """How ``sync`` brings together what two people have saved; the words are git's own."""

    MERGE = "merge"
    REBASE = "rebase"


class GitSettings(Model):
    """What the program does with git by itself, and where cases may be sent."""

    saves_itself: YesNo = Field(
        False,
        alias="gem_selv",
        description="Ja: hver kommando, der skriver i en sag, gemmer den også i git",
    )
    joining: Joining = Field(
        Joining.MERGE,
        alias="samler_med",
        description="Hvordan `sync` samler det, I har gemt hver for sig: merge eller rebase",
    )
    approved_hosts: list[str] = Field(
        [],
        alias="godkendte_værter",
        description="Offentlige værter, som I har en databehandleraftale med: github.com",
    )
