"""The codes of broken files (family 0), and the facts that each finding carries.

The Danish wording stands in ``rules/``, one file per code; ``FACTS`` is the contract between them.
All facts are text. ``tekst`` and ``rest`` are shortened pieces of the user's own line.
"""

from typing import Final

MISSING: Final = "SAM001"
FOLDER: Final = "SAM002"
UNREADABLE: Final = "SAM003"
TOO_LARGE: Final = "SAM004"
NOT_UTF8: Final = "SAM005"
INVISIBLE: Final = "SAM006"
EMPTY: Final = "SAM007"
MERGE_CONFLICT: Final = "SAM008"
TAB: Final = "SAM009"
SYNTAX: Final = "SAM010"
NO_COLON: Final = "SAM011"
NO_SPACE_AFTER_COLON: Final = "SAM012"
OPEN_QUOTE: Final = "SAM013"
OPEN_BRACKET: Final = "SAM014"
INDENTATION: Final = "SAM015"
RESERVED_START: Final = "SAM016"
COLON_IN_VALUE: Final = "SAM017"
MIXED: Final = "SAM018"
DUPLICATE_KEY: Final = "SAM019"
ANCHOR: Final = "SAM020"
TAG: Final = "SAM021"
SEVERAL_DOCUMENTS: Final = "SAM022"
CUT_VALUE: Final = "SAM023"
KEY_NOT_TEXT: Final = "SAM024"
TOO_DEEP: Final = "SAM025"
TEXT_AFTER_END: Final = "SAM026"
BACKSLASH: Final = "SAM027"
LIST_ON_KEY_LINE: Final = "SAM028"
BLOCK_HEADER: Final = "SAM029"
NO_COMMA: Final = "SAM030"
GLUED_COMMENT: Final = "SAM031"
LEFT_OVER: Final = "SAM033"
NOT_READ: Final = "SAM032"
ESCAPED_INVISIBLE: Final = "SAM034"
CLOSED_FOLDER: Final = "SAM035"

FACTS: Final[dict[str, tuple[str, ...]]] = {
    MISSING: ("fil",),
    FOLDER: ("fil",),
    UNREADABLE: ("fil", "årsag"),
    TOO_LARGE: ("fil", "størrelse", "grænse"),
    NOT_UTF8: ("fil", "ligner"),
    INVISIBLE: ("tegn",),
    EMPTY: ("fil",),
    MERGE_CONFLICT: (),
    TAB: (),
    SYNTAX: (),
    NO_COLON: ("tekst",),
    NO_SPACE_AFTER_COLON: ("tekst", "rettet"),
    OPEN_QUOTE: ("tegn",),
    OPEN_BRACKET: ("tegn", "slut"),
    INDENTATION: (),
    RESERVED_START: ("tegn", "tekst"),
    COLON_IN_VALUE: ("tekst",),
    MIXED: (),
    DUPLICATE_KEY: ("nøgle", "linje"),
    ANCHOR: ("tekst",),
    TAG: ("tekst",),
    SEVERAL_DOCUMENTS: (),
    CUT_VALUE: ("rest", "værdi"),
    KEY_NOT_TEXT: (),
    TOO_DEEP: ("grænse",),
    TEXT_AFTER_END: ("tekst",),
    BACKSLASH: ("tegn",),
    LIST_ON_KEY_LINE: (),
    BLOCK_HEADER: ("tegn", "tekst"),
    NO_COMMA: ("tegn", "slut"),
    GLUED_COMMENT: ("rest", "tegn"),
    LEFT_OVER: ("fil",),
    NOT_READ: ("fil", "hvor"),
    ESCAPED_INVISIBLE: ("tegn",),
    CLOSED_FOLDER: ("mappe", "årsag"),
}
