"""Small Danish word lists for ``first_person``: closed classes whole, open ones as far as needed.

All words are in lower case. None of the lists has to be complete: a word that is missing makes
the judge name another reason or let a sentence through, see ``first_person``.
"""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


SELF = frozenset({"jeg", "vi"})
SELF_OBLIQUE = _set("mig min mit mine os vores vor vort vore")
OURS = _set("min mit mine vores vor vort vore")
YOU = _set("du dig din dit dine jer jeres")
THEY = _set("han hun ham hende hans hendes")
CLIENT = _set(
    "borgeren eleven klienten patienten brugeren beboeren kursisten vedkommende "
    "borgerens elevens klientens patientens brugerens beboerens kursistens"
)
"""Professionals' terms for the person; ``den unge`` is looked for on its own."""

OPENERS = _set("når hvis da fordi mens selvom")
"""Begin a clause that may come before the main one: ``Når jeg er klar, skal jeg …``."""

CUTS = OPENERS | _set("at som der så hvor hvordan hvad hvem hvornår hvorfor inden før indtil")
"""End the main clause when they come inside the sentence."""

PREPOSITIONS = _set(
    "i på til fra med om af for hos ved uden under over efter mod mellem gennem omkring "
    "inden før op ud ind ned"
)
DETERMINERS = OURS | _set(
    "din dit dine sin sit sine hans hendes deres jeres en et de den denne disse hver hvert "
    "ingen nogle mange få flere færre mere mindre bedre gode nye faste korte lange små rolige "
    "sunde stabile positive daglige egne andre "
    "to tre fire fem seks syv otte ni ti"
)
PRONOUNS_TOO = _set("den de denne disse ingen nogle mange få andre")
"""The determiners that can be a subject by themselves: ``De hjælper mig``."""

JOINING = frozenset({"og", "eller", "men", "samt"})

PAST = _set(
    "skal vil kan må bør tør skulle ville kunne måtte burde turde var havde blev fik gik kom "
    "tog gav sagde gjorde stod lå sad fandt hjalp skrev holdt lod bad hed kaldte"
)
"""Finite verbs that do not end in -r."""

NOT_VERBS = _set(
    "mor far bror søster søskender kæreste mentor forældre farmor mormor morfar farfar storebror "
    "lillebror storesøster lillesøster papfar papmor plejemor plejefar kammerater venner veninder "
    "lærer psykiater år par hver der her hvor derfor hvorfor eller for over under efter "
    "før når per især overfor udenfor indenfor bagefter derefter sommer vinter januar februar "
    "september oktober november december ansvar timer uger måneder perioder weekender ferier "
    "pauser grupper karakterer lektier opgaver rutiner vaner samtaler kr penge "
    "klar sur svær rar stor sikker usikker dyr nær kontakter situationer problemer udgifter "
    "prøver eksamener fridager terminer priser kurser "
    "frikvarterer morgentimer aftentimer dagtimer skoletimer sager tider aktiviteter job "
    "interesser tanker følelser drømme steder regler pligter"
)
"""Words in -r that are not verbs, or hardly ever in a goal."""

NOT_PASSIVE = _set("vores deres jeres hendes dennes alles fælles")
"""Words in -es that are not verbs."""

RINGING = _set("ringer bringer springer tvinger svinger tilbringer medbringer opringer")
"""The verbs among the words in -inger; the others are nouns."""

INFINITIVES = _set(
    "afklare aflevere afprøve afslutte arbejde begynde bestå besøge betale blive bo bruge cykle "
    "deltage drikke dyrke finde flytte forbedre fortsætte fortælle få færdiggøre følge gennemføre "
    "give gøre gå have hente hjælpe holde huske høre komme kontakte kunne købe køre lave lytte "
    "lægge læse lære mindske møde mødes opnå overholde passe prøve ringe rydde ryge se ses sende "
    "sige skabe skrive skulle snakke sove spare spise spille starte stoppe stå støtte styrke "
    "sætte søge sørge tage tale tales tilmelde træne trives turde udvikle undersøge undgå vaske "
    "ville være vække vågne øge øve"
)
"""Verbs that a goal without a subject often begins with."""

NAMING = _set("hedder kaldes kalder er bliver hed kaldte var")
"""Verbs after which a name is not a subject: ``Jeg hedder Silje``."""

MINE = {
    "sin": "min", "sit": "mit", "sine": "mine", "sig": "mig",
    "din": "min", "dit": "mit", "dine": "mine", "dig": "mig",
}  # fmt: skip
"""Forms of the reflexive words when the subject is ``jeg``."""

KINSHIP = _set(
    "mor far plejemor plejefar stedmor stedfar papmor papfar værge mormor farmor morfar farfar "
    "søster bror storesøster storebror lillesøster lillebror halvsøster halvbror moster faster "
    "onkel morbror farbror kusine fætter"
)
"""Who somebody is to a person, and nothing else about either of them."""

NAMES_TOO = KINSHIP | _set(
    "bo dag dal dam eng ask bro bæk bak berg bjerg gro holm jul kaj kær lind lund lykke mark may "
    "maj ny park per pil sand siv skov sol sten storm strand søn tom tang torp vang vej vest øst "
    "nord syd å du i og om den unges voksne familien april august juni juli"
)
"""Words in lower case that may be meant as words, though somebody is called so."""

RARELY_NAMES = NAMES_TOO | _set(
    "by bonde birk eg el elm falk fisker fred fryd glad gren gård have hede hjort høj "
    "høst jord juul jul krog kilde klar klit krage kvist lam liv lund løv lykke ly løve "
    "mose munk mølle møller mus ravn rose rosen ræv råd skole smed sommer stjerne svale "
    "svane sø toft torv tro trold tved ulv vand vinter vår wind ås"
)
"""More such words, by which nobody in another case is meant."""
