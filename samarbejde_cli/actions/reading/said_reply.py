"""Which of the four replies to an invitation somebody means who wrote words."""

from samarbejde_cli.actions.reply import reply_of
from samarbejde_cli.case.round import Reply
from samarbejde_cli.danish import said
from samarbejde_cli.lazy import lazy_pattern

_NUMBER = lazy_pattern(r"(?:svar|nummer|nr\.?)?\s*([1-4])")
_YES = r"(?:(?:ja|jo)(?: tak)?[ ,.:]*)?"
_COMES = lazy_pattern(
    rf"{_YES}(?:(?:jeg|vi|og|det er relevant for mig) *,? *)*(?:kommer|deltager|er med)"
    r"(?: gerne)?(?: til mødet)?"
)
_WILL_COME = lazy_pattern(rf"{_YES}(?:(?:jeg|vi) )?(?:kommer|deltager) .+")
_DOUBT = lazy_pattern(
    r"\b(?:ikke|ingen|aldrig|nej|desværre|måske|hvis|eller|kun|forhindret|prøver|forsøger|"
    r"håber)\b|\?"
)
_OTHER_DAY = lazy_pattern(r"\b(?:anden dag|andet tidspunkt|anden tid|flyttes?)\b")
_NOTE = lazy_pattern(r"\b(?:sender|skriver)\b.*\bnotat\b")
_NOT_RELEVANT = lazy_pattern(
    r"(?:nej(?: tak)?[ ,.:]*)?(?:det er )?ikke relevant(?: for (?:mig|os))?"
)


def reply_said(text: str) -> Reply | None:
    """Return the one reply that a text means; None when it is none, or can be several."""
    words = _folded(text)
    if found := _NUMBER.fullmatch(words):
        return reply_of(found[1])
    if _is_yes(words) or (_WILL_COME.fullmatch(words) and not _is_doubtful(words)):
        return Reply.COMES
    if _NOT_RELEVANT.match(words):
        return Reply.NOT_RELEVANT
    if _OTHER_DAY.search(words):
        return Reply.OTHER_DAY
    return Reply.SENDS_NOTE if _NOTE.search(words) else None


def says_more(text: str) -> bool:
    """Whether a text holds more than which reply it is."""
    words = _folded(text)
    is_bare = _NUMBER.fullmatch(words) or _is_yes(words) or _NOT_RELEVANT.fullmatch(words)
    return not is_bare


def is_tick(text: str) -> bool:
    """Whether a text behind a box says that it is meant."""
    return said.yes_or_no(_folded(text)) is True


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!,;:")


def _is_yes(words: str) -> bool:
    return said.yes_or_no(words) is True or bool(_COMES.fullmatch(words))


def _is_doubtful(words: str) -> bool:
    return bool(_DOUBT.search(words) or _OTHER_DAY.search(words))
