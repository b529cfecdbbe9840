"""Facts that each finding about a broken file has, for the Danish texts in ``rules/``.

All facts are text. ``tekst`` and ``rest`` are shortened pieces of the user's own line.
"""

from typing import Final

from samarbejde_cli import codes

FACTS: Final[dict[str, tuple[str, ...]]] = {
    codes.MISSING_FILE: ("fil",),
    codes.FOLDER_INSTEAD_OF_FILE: ("fil",),
    codes.UNREADABLE_FILE: ("fil", "årsag"),
    codes.FILE_TOO_LARGE: ("fil", "størrelse", "grænse"),
    codes.NOT_UTF8: ("fil", "ligner"),
    codes.INVISIBLE_CHARACTER: ("tegn",),
    codes.EMPTY_FILE: ("fil",),
    codes.MERGE_CONFLICT: (),
    codes.TAB: (),
    codes.SYNTAX: (),
    codes.MISSING_COLON: ("tekst",),
    codes.NO_SPACE_AFTER_COLON: ("tekst", "rettet"),
    codes.OPEN_QUOTE: ("tegn",),
    codes.OPEN_BRACKET: ("tegn", "slut"),
    codes.INDENTATION: (),
    codes.RESERVED_FIRST_CHARACTER: ("tegn", "tekst"),
    codes.COLON_IN_VALUE: ("tekst",),
    codes.LIST_AND_KEYS_MIXED: (),
    codes.DUPLICATE_KEY: ("nøgle", "linje"),
    codes.ANCHOR: ("tekst",),
    codes.TAG: ("tekst",),
    codes.SEVERAL_DOCUMENTS: (),
    codes.CUT_VALUE: ("rest", "værdi"),
    codes.KEY_NOT_TEXT: (),
    codes.TOO_MANY_LEVELS: ("grænse",),
    codes.TEXT_AFTER_END: ("tekst",),
    codes.BACKSLASH: ("tegn",),
    codes.LIST_ON_KEY_LINE: (),
    codes.TEXT_AFTER_BLOCK_SIGN: ("tegn", "tekst"),
    codes.COMMA_IN_LIST: ("tegn", "slut"),
    codes.COMMENT_RIGHT_BEHIND_VALUE: ("rest", "tegn"),
    codes.FILE_LEFT_BEHIND: ("fil", "slags"),
    codes.FILE_NOT_READ: ("fil", "hvor", "slags"),
    codes.INVISIBLE_CHARACTER_AS_CODE: ("tegn",),
    codes.UNREADABLE_FOLDER: ("mappe", "årsag"),
}
