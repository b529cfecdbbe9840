"""Each kind of field as the tags that say the same."""

from collections.abc import Callable, Iterable
from copy import deepcopy

from samarbejde_cli.word.mail_merge.expressions import (
    CannotConvertError,
    condition,
    literal,
    negated,
    value_of,
)
from samarbejde_cli.word.mail_merge.field_tree import (
    Break,
    Field,
    Leaf,
    Node,
    code_text,
    node_text,
)
from samarbejde_cli.word.mail_merge.greetings import greeting_around
from samarbejde_cli.word.mail_merge.instructions import (
    Argument,
    Instruction,
    Letters,
    read_instruction,
)
from samarbejde_cli.word.mail_merge.report import Report
from samarbejde_cli.word.mail_merge.runs import (
    Block,
    Part,
    as_code,
    has_break,
    tag_runs,
    text_run,
    written,
)
from samarbejde_cli.word.mail_merge.switches import formatted, unknown_formats
from samarbejde_cli.word.mail_merge.targets import BETWEEN_NAMES, Target, Targets
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.template.field_codes import MERGING
from samarbejde_cli.word.template.tags import identifier

_MARKS = frozenset(
    f"{ns.W}{name}"
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
)
_DATES = frozenset({"DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"})
_LONGEST_NAME = 3
_BY_HAND = "Feltet står, som det stod. Skriv det selv med krøllede parenteser, og slet det gamle."
_CHOOSES = (
    "Feltet er taget ud. Programmet vælger selv, hvem der skal have brev; se "
    "`samarbejde batch --help`."
)
_ONE_EACH = (
    "Programmet laver ét brev til hver modtager. Slet feltet og det, der er gentaget efter det; "
    "eller skriv med --mapping, hvilken liste NEXT går igennem."
)


class Converter:
    """Makes tags of the fields of a letter; ``variables`` are the names that ASK and SET give."""

    def __init__(self, targets: Targets, report: Report, variables: Iterable[str] = ()) -> None:
        self.targets = targets
        self.report = report
        self.variables = frozenset(variables)
        self._handlers: dict[str, Callable[[Field, Instruction], list[Part]]] = {
            "MERGEFIELD": self._merge_field,
            "REF": self._merge_field,
            "IF": self._choice,
            "GREETINGLINE": self._greeting,
            "ADDRESSBLOCK": self._address,
            "ASK": self._asked,
            "FILLIN": self._filled_in,
            "SET": self._set,
            "QUOTE": self._quote,
            **dict.fromkeys(_DATES, self._date),
            **dict.fromkeys(("NEXT", "NEXTIF", "MERGEREC", "MERGESEQ"), self._next),
            "SKIPIF": self._skip,
        }

    def parts(self, nodes: list[Node], *, is_inside: bool = False) -> list[Part]:
        """Return what a sequence becomes; fields that say nothing of a merge stay."""
        found: list[Part] = []
        at = 0
        while at < len(nodes):
            node = nodes[at]
            taken = 1
            if not isinstance(node, Field):
                found.append(node)
            elif joined := self._full_name(nodes[at:]):
                target, taken = joined
                found += self._noted(
                    nodes[at : at + taken], tag_runs(target, node.properties), is_inside
                )
            else:
                found += self._field(node, is_inside=is_inside)
            at += taken
        return found

    def is_merging(self, field: Field) -> bool:
        """Return whether a field, or one inside it, takes something from a merge."""
        words = code_text(field.code).split()
        names_one = len(words) <= _LONGEST_NAME and any(w in self.variables for w in words[:2])
        own = field.keyword in MERGING | _DATES or (names_one and field.keyword != "SET")
        inner = [each for each in [*field.code, *field.result] if isinstance(each, Field)]
        return own or field.keyword == "SET" or any(map(self.is_merging, inner))

    def _field(self, field: Field, *, is_inside: bool) -> list[Part]:
        if not self.is_merging(field):
            return list(field.written)
        try:
            new = self._converted(field)
        except CannotConvertError as reason:
            message = f"{str(reason)[:1].upper()}{str(reason)[1:]}."
            self.report.leave(code_text(field.code), message, _BY_HAND)
            return list(field.written)
        if new == field.written:
            return new
        kept = [] if is_inside else [each for each in field.written if _is_mark(each)]
        return [*self._noted([field], new, is_inside), *kept]

    def _noted(self, old: list[Node], new: list[Part], is_inside: bool) -> list[Part]:  # noqa: FBT001 — passed on
        if not is_inside:
            text = "".join(
                f"{{{code_text(each.code)}}}" if isinstance(each, Field) else node_text(each)
                for each in old
            )
            self.report.convert(text, written(new))
        return new

    def _converted(self, field: Field) -> list[Part]:
        said = read_instruction(field.code)
        handle = self._handlers.get(said.keyword)
        if handle:
            return handle(field, said)
        name = next((each for each in self.variables if each.upper() == said.keyword), None)
        if name:
            return tag_runs(formatted(self.targets(name), said), field.properties)
        if said.keyword != "HYPERLINK" and any(map(self._takes_part, field.code)):
            raise CannotConvertError("Word regner feltet ud af det, der flettes ind")
        return self._around(field)

    def _takes_part(self, node: Node) -> bool:
        return isinstance(node, Field) and self.is_merging(node)

    def _merge_field(self, field: Field, said: Instruction) -> list[Part]:
        name = said.arguments[0].text if said.arguments else ""
        if not name:
            raise CannotConvertError("feltet har intet navn")
        target = self.targets(name)
        for each in unknown_formats(said):
            self.report.leave(
                code_text(field.code),
                f"Formatet \\* {each} findes ikke i skabeloner.",
                "Se efter, om feltet kan stå, som det er.",
            )
        tag = tag_runs(formatted(target, said), field.properties)
        before, after = said.switch("b"), said.switch("f")
        if not before and not after:
            return tag
        look = field.properties
        around = (f"{{% if {target.expression} %}}{before}", f"{after}{{% endif %}}")
        return [text_run(around[0], look), *tag, text_run(around[1], look)]

    def _choice(self, field: Field, said: Instruction) -> list[Part]:
        test, others = condition(said.arguments, self.targets)
        then, otherwise = ([*map(self._argument, others[:2]), [], []])[:2]
        if otherwise and not then:
            test, then, otherwise = negated(test), otherwise, []
        if has_break(then) or has_break(otherwise):
            return [Block(test, then, otherwise)]
        look = field.properties
        middle = [text_run("{% else %}", look), *otherwise] if otherwise else []
        return [text_run(f"{{% if {test} %}}", look), *then, *middle, text_run("{% endif %}", look)]

    def _argument(self, argument: Argument) -> list[Part]:
        """Return what an argument prints, with the look of its letters."""
        nodes: list[Node] = [
            text_run(each.text, each.run.find(ns.RUN_PROPERTIES_TAG))
            if isinstance(each, Letters)
            else deepcopy(each)
            if not isinstance(each, Field | Break)
            else each
            for each in argument.pieces
        ]
        return self.parts(nodes, is_inside=True)

    def _greeting(self, field: Field, said: Instruction) -> list[Part]:
        before, after = greeting_around(said.switch("f"))
        look = field.properties
        tag = tag_runs(self.targets("GREETINGLINE"), field.properties)
        return [text_run(before, look), *tag, *([text_run(after, look)] if after else [])]

    def _address(self, field: Field, said: Instruction) -> list[Part]:
        del said
        name, address = (self.targets(f"ADDRESSBLOCK {each}") for each in ("navn", "adresse"))
        look = field.properties
        shown = [*tag_runs(name, look), *tag_runs(address, look)]
        return [*shown[:1], *([text_run("\n", look)] if shown[1:] else []), *shown[1:]]

    def _date(self, field: Field, said: Instruction) -> list[Part]:
        picture = said.switch("@")
        has_day = any(letter in picture for letter in "dDMyY")
        if (picture or said.keyword == "TIME") and not has_day:
            raise CannotConvertError("breve har intet klokkeslæt for, hvornår de er lavet")
        return tag_runs(formatted(self.targets("DATE"), said), field.properties)

    def _next(self, field: Field, said: Instruction) -> list[Part]:
        message = "Programmet laver ét brev til hver modtager, så der er ingen næste."
        if said.keyword in ("MERGEREC", "MERGESEQ"):
            message = "Breve har intet løbenummer."
        self.report.leave(code_text(field.code), message, _ONE_EACH)
        return list(field.written)

    def _skip(self, field: Field, said: Instruction) -> list[Part]:
        del said
        message = "Brevet springer ingen over."
        self.report.leave(code_text(field.code), message, _CHOOSES)
        return []

    def _quote(self, field: Field, said: Instruction) -> list[Part]:
        if not said.arguments:
            raise CannotConvertError("feltet har ingen tekst")
        if only := said.arguments[0].field:
            return tag_runs(formatted(value_of(only, self.targets), said), field.properties)
        return self._argument(said.arguments[0])

    def _filled_in(self, field: Field, said: Instruction) -> list[Part]:
        asked = (said.arguments[0].text or "") if said.arguments else ""
        return tag_runs(self.targets(identifier(asked) or "udfyldes"), field.properties)

    def _asked(self, field: Field, said: Instruction) -> list[Part]:
        """Return nothing: what is asked for is a field where it is used."""
        del field, said
        return []

    def _set(self, field: Field, said: Instruction) -> list[Part]:
        if len(said.arguments) < 2:  # noqa: PLR2004 — a name and a value
            raise CannotConvertError("feltet giver ingen værdi")
        name, value = said.arguments[:2]
        if value.field:
            expression = value_of(value.field, self.targets).guarded
        elif value.text is not None:
            expression = literal(value.text)
        else:
            raise CannotConvertError("værdien kan ikke læses")
        tag = f"{{% set {identifier(name.text or '')} = {expression} %}}"
        return [text_run(tag, field.properties)]

    def _around(self, field: Field) -> list[Part]:
        """Return a field that stays, say a link, with the fields inside it converted."""
        inner = [each for each in [*field.code, *field.result] if isinstance(each, Field)]
        found: list[Part] = []
        skipped: set[int] = set()
        for leaf in field.written:
            begun = next((each for each in inner if each.written[0] is leaf), None)
            if begun is not None:
                new = self._field(begun, is_inside=True)
                found += as_code(new) if begun in field.code else new
                skipped |= {id(each) for each in begun.written}
            elif id(leaf) not in skipped:
                found.append(leaf)
        return found

    def _full_name(self, nodes: list[Node]) -> tuple[Target, int] | None:
        """Return one field for ``«Fornavn» «Efternavn»``, and how many nodes it stands for."""
        for count in range(_LONGEST_NAME, 1, -1):
            span = nodes[: 2 * count - 1]
            names = [_plain_name(each) for each in span[::2]]
            gaps = [not isinstance(e, Field | Break) and node_text(e) == " " for e in span[1::2]]
            if len(span) == 2 * count - 1 and all(names) and all(gaps):
                target = self.targets(BETWEEN_NAMES.join(names))
                if target.is_known:
                    return target, len(span)
        return None


def _plain_name(node: Node) -> str:
    """Return the name of a merge field without switches of its own; empty for anything else."""
    if not isinstance(node, Field) or node.keyword != "MERGEFIELD":
        return ""
    said = read_instruction(node.code)
    is_plain = all(key == "*" and text.lower() == "mergeformat" for key, text in said.switches)
    return (said.arguments[0].text or "") if said.arguments and is_plain else ""


def _is_mark(leaf: Leaf) -> bool:
    """Return whether something in a field marks a place, and is no part of what it says."""
    return not isinstance(leaf, Break) and leaf.tag in _MARKS
