"""What the field names of old mail merges mean: ``Adresselinje1``, ``Barnets_navn``, ``Mødetid``.

A proposal is only made where a name has one meaning. A name without an owner is the reader's, and
the youth's only where the paper has no reader.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from samarbejde_cli.word import BETWEEN_NAMES

GOES_AWAY = "udgår"
"""What a field becomes whose text is part of another one."""
_OWNERS = {
    "modtager": "modtager modtagers modtagerens adressat",
    "ung": "ung unge unges denunge denunges barn barne barns barnets elev elevs elevens borger "
    "borgers borgerens borgeren kursist",
    "koordinator": "koordinator koordinators koordinatorens sagsbehandler sagsbehandlers "
    "sagsbehandlerens rådgiver rådgivers socialrådgiver kontaktperson kontaktpersons vejleder",
    "tovholder": "tovholder tovholders tovholderens",
    "kommune": "kommune kommunens kommunen rådhus rådhusets",
    "møde": "møde mødet mødets samtale samtalens",
    "formøde": "formøde formødets",
    "sag": "sag sags journal",
    "dokument": "brev brevets dags dokument",
}  # fmt: skip
_PARTS = {
    "navn": "navn fuldenavn fuldtnavn name fullname",
    "fornavn": "fornavn kaldenavn firstname",
    "efternavn": "efternavn lastname surname",
    "mellemnavn": "mellemnavn middlename",
    "adresse": "adresse adresselinje adr vej vejnavn gade gadenavn address addressline street",
    "postnummer": "postnummer postnr zip zipcode postalcode",
    "by": "by bynavn postdistrikt city postby",
    "postadresse": "postnrby postnrogby postnummerogby postnummerby postadresse",
    "telefon": "telefon tlf telefonnummer telefonnr tlfnr mobil mobilnummer mobilnr phone",
    "email": "email mail mailadresse emailadresse epost",
    "cpr": "cpr cprnr cprnummer personnummer",
    "titel": "titel stilling stillingsbetegnelse title",
    "arbejdssted": "arbejdssted firma virksomhed institution organisation company",
    "afdeling": "afdeling",
    "skole": "skole uddannelse uddannelsessted",
    "alder": "alder",
    "sprog": "sprog modersmål",
    "dato": "dato dag date",
    "start": "tid tidspunkt klokkeslæt klokken kl start starttid starttidspunkt",
    "slut": "slut sluttid sluttidspunkt",
    "lokale": "lokale lokalet sted rum",
    "nummer": "nr nummer",
    "funktion": "funktion rolle",
    "svarfrist": "frist svardato",
}
_SPECIAL = {
    "GREETINGLINE": ("modtager.kaldes", "modtager.navn", "ung.kaldenavn"),
    "ADDRESSBLOCK navn": ("modtager.navn", "ung.navn"),
    "ADDRESSBLOCK adresse": ("modtager.linjer[]", "ung.postadresse"),
    "DATE": ("dokument.dato",),
}
_OTHER_PLACES = {
    ("modtager", "adresse"): ("modtager.linjer[]",),
    ("modtager", "postadresse"): ("modtager.linjer[]",),
    ("modtager", "fornavn"): ("modtager.kaldes", "modtager.navn"),
    ("ung", "fornavn"): ("ung.kaldenavn",),
    ("møde", "dato"): ("formøde.dato", "møde.dato"),
    ("møde", "start"): ("formøde.start", "møde.start"),
    ("møde", "slut"): ("formøde.slut", "møde.slut"),
    ("møde", "lokale"): ("formøde.lokale", "møde.lokale"),
    ("møde", "adresse"): ("formøde.adresse", "møde.adresse"),
    ("", "svarfrist"): ("svarfrist",),
}
_YOUTHS_OWN = frozenset({"cpr", "skole", "alder", "sprog"})
_MEETINGS = frozenset({"start", "slut", "lokale"})
_LATER_LINE = frozenset({"postnummer", "by", "postadresse"})
_FULL_NAME = ("fornavn", "mellemnavn", "efternavn")
_PROPOSALS, _ALIKE = 3, 0.75


def propose(name: str, fields: Collection[str], others: Collection[str] = ()) -> str | None:
    """Return the path that a name of an old letter means, ``udgår``, or None when that is unsure.

    ``fields`` are the paths that the template may use (``modtager.linjer[]`` for a list of texts),
    ``others`` the names in the same letter.
    """
    if name in _SPECIAL:
        return next((path for path in _SPECIAL[name] if path in fields), None)
    if BETWEEN_NAMES in name:
        return _full_name(name.split(BETWEEN_NAMES), fields)
    owner, part, number = _meaning(name)
    paths = list(_paths(owner, part, fields))
    if part == "adresse" and number > 1:
        return GOES_AWAY if paths else None
    is_in_lines = (
        part in _LATER_LINE and "modtager.linjer[]" in fields and owner in ("", "modtager")
    )
    if is_in_lines:
        has_address = any(_meaning(other)[1] == "adresse" for other in others)
        return GOES_AWAY if has_address else None
    alike = (path for path in fields if _plain(path) == _plain(name))
    return next((path for path in paths if path in fields), None) or next(alike, None)


def nearest(name: str, fields: Collection[str]) -> list[str]:
    """Return the fields that a name without a sure meaning may stand for, the likeliest first."""
    _, part, _ = _meaning(name)
    same = [path for path in fields if part and path.rpartition(".")[2].removesuffix("[]") == part]
    by_plain = {_plain(path): path for path in fields if "[]" not in path}
    ends = {_plain(path.rpartition(".")[2]): path for path in fields if "[]" not in path}
    close = get_close_matches(_plain(name), [*by_plain, *ends], _PROPOSALS, _ALIKE)
    found = [*same, *((by_plain | ends)[each] for each in close)]
    return list(dict.fromkeys(found))[:_PROPOSALS]


def _full_name(names: Sequence[str], fields: Collection[str]) -> str | None:
    meanings = [_meaning(each) for each in names]
    parts, owners = [each[1] for each in meanings], {each[0] for each in meanings}
    is_name = parts[0] == "fornavn" and parts[-1] == "efternavn" and set(parts) <= {*_FULL_NAME}
    if not is_name or len(owners) > 1:
        return None
    paths = _paths(next(iter(owners)), "navn", fields)
    return next((path for path in paths if path in fields), None)


def _paths(owner: str, part: str, fields: Collection[str]) -> Iterator[str]:
    """Yield where a part of somebody or something may stand, the best first."""
    if not part:
        return
    if not owner and ("", part) not in _OTHER_PLACES:
        if part in _YOUTHS_OWN:
            owner = "ung"
        elif part in _MEETINGS:
            owner = "møde"
        elif part in ("dato", "nummer", "afdeling", "funktion"):
            return
        else:
            owner = "modtager" if "modtager.navn" in fields else "ung"
    yield from _OTHER_PLACES.get((owner, part), (f"{owner}.{part}",))


def _meaning(name: str) -> tuple[str, str, int]:
    """Return whose, what and the number at the end of a name; each empty when it says nothing."""
    plain = _plain(name)
    digits = re.search(r"\d*$", plain)
    number = int(digits[0] or 0) if digits else 0
    words = plain.removesuffix(digits[0]) if digits else plain
    for before, after in _divisions(words):
        if (before in _OWNER_OF or not before) and (after in _PART_OF or not after):
            part = _PART_OF.get(after, "navn" if before else "")
            return _OWNER_OF.get(before, ""), part, number
    turned = re.fullmatch(r"(\w+?)(?:paa|for|af)(\w+)", words)
    if turned and turned[1] in _PART_OF and turned[2] in _OWNER_OF:
        return _OWNER_OF[turned[2]], _PART_OF[turned[1]], number
    return "", "", number


def _divisions(words: str) -> Iterator[tuple[str, str]]:
    yield "", words
    for at in range(len(words), 0, -1):
        yield words[:at], words[at:]


def _plain(name: str) -> str:
    """Return a name in small letters without signs; æ, ø and å as they are without a keyboard."""
    small = name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[\W_]", "", small)


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {_plain(word): key for key, words in table.items() for word in words.split()}


_OWNER_OF, _PART_OF = _by_word(_OWNERS), _by_word(_PARTS)
