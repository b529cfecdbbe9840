"""Small Danish word lists for ``first_person``: closed classes whole, open ones as far as needed.

All words stand in lower case. None of the lists has to be complete: a word that is missing makes
the judge name another reason or let a sentence through, see ``first_person``.
"""

SELF = frozenset({"jeg", "vi"})
SELF_OBLIQUE = frozenset("mig min mit mine os vores vor vort vore".split())
OURS = frozenset("min mit mine vores vor vort vore".split())
YOU = frozenset("du dig din dit dine jer jeres".split())
THEY = frozenset("han hun ham hende hans hendes".split())
CLIENT = frozenset(
    "borgeren eleven klienten patienten brugeren beboeren kursisten vedkommende "
    "borgerens elevens klientens patientens brugerens beboerens kursistens".split()
)
"""How professionals speak of the person; ``den unge`` is looked for on its own."""

OPENERS = frozenset("når hvis da fordi mens selvom".split())
"""Begin a clause that may stand before the main one: ``Når jeg er klar, skal jeg …``."""

CUTS = OPENERS | frozenset(
    "at som der så hvor hvordan hvad hvem hvornår hvorfor inden før indtil".split()
)
"""End the main clause when they stand inside the sentence."""

PREPOSITIONS = frozenset(
    "i på til fra med om af for hos ved uden under over efter mod mellem gennem omkring "
    "inden før op ud ind ned".split()
)
DETERMINERS = OURS | frozenset(
    "din dit dine sin sit sine hans hendes deres jeres en et de den denne disse hver hvert "
    "ingen nogle mange få flere færre mere mindre bedre gode nye faste korte lange små rolige "
    "sunde stabile positive daglige egne andre "
    "to tre fire fem seks syv otte ni ti".split()
)
JOINING = frozenset({"og", "eller", "men", "samt"})

PAST = frozenset(
    "skal vil kan må bør tør skulle ville kunne måtte burde turde var havde blev fik gik kom "
    "tog gav sagde gjorde stod lå sad fandt hjalp skrev holdt lod bad hed kaldte".split()
)
"""Finite verbs that do not end in -r."""

NOT_VERBS = frozenset(
    "mor far bror søster søskender kæreste mentor forældre farmor mormor morfar farfar storebror "
    "lillebror storesøster lillesøster papfar papmor plejemor plejefar kammerater venner veninder "
    "lærer psykiater år par hver der her hvor derfor hvorfor eller for over under efter "
    "før når per især overfor udenfor indenfor bagefter derefter sommer vinter januar februar "
    "september oktober november december ansvar timer uger måneder perioder weekender ferier "
    "pauser grupper karakterer lektier opgaver rutiner vaner samtaler kr penge "
    "kontakter situationer problemer udgifter prøver eksamener fridager terminer priser kurser "
    "frikvarterer morgentimer aftentimer dagtimer skoletimer sager tider aktiviteter job "
    "interesser tanker følelser drømme steder regler pligter"
    .split()
)  # fmt: skip
"""Words in -r that are no verbs, or hardly ever in a goal."""

RINGING = frozenset(
    "ringer bringer springer tvinger svinger tilbringer medbringer opringer".split()
)
"""The verbs among the words in -inger; the others are nouns."""

INFINITIVES = frozenset(
    "afklare aflevere afprøve afslutte arbejde begynde bestå besøge betale blive bo bruge cykle "
    "deltage drikke dyrke finde flytte forbedre fortsætte fortælle få færdiggøre følge gennemføre "
    "give gøre gå have hente hjælpe holde huske høre komme kontakte kunne købe køre lave lytte "
    "lægge læse lære mindske møde mødes opnå overholde passe prøve ringe rydde ryge se ses sende "
    "sige skabe skrive skulle snakke sove spare spise spille starte stoppe stå støtte styrke "
    "sætte søge sørge tage tale tales tilmelde træne trives turde udvikle undersøge undgå vaske "
    "ville være vække vågne øge øve".split()
)
"""Verbs that a goal without a subject often begins with."""

NAMING = frozenset("hedder kaldes kalder er bliver hed kaldte var".split())
"""Verbs after which a name is no subject: ``Jeg hedder Silje``."""

MINE = {
    "sin": "min", "sit": "mit", "sine": "mine", "sig": "mig",
    "din": "min", "dit": "mit", "dine": "mine", "dig": "mig",
}  # fmt: skip
"""What the words that point back at the subject become when the subject is ``jeg``."""
