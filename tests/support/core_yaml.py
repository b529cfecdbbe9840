"""YAML as an editor types it: the core schema of YAML 1.2, which knows no dates."""

import re
from typing import Any, ClassVar

import yaml

INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)


class CoreLoader(yaml.SafeLoader):
    """Reads plain scalars by the core schema; quoted ones and keys are text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

    def construct_scalar(self, node: Any) -> Any:
        return value_of(node.value) if node.style is None else node.value

    def construct_yaml_str(self, node: Any) -> Any:
        return self.construct_scalar(node)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[str, Any]:  # noqa: FBT001, FBT002 — PyYAML's
        return {key.value: self.construct_object(value, deep) for key, value in node.value}


CoreLoader.add_constructor("tag:yaml.org,2002:str", CoreLoader.construct_yaml_str)


def value_of(text: str) -> Any:
    """Return what a plain scalar is by the core schema."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if INTEGER.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if FLOAT.fullmatch(text):
        return float(text.replace(".inf", "inf").replace(".Inf", "inf").replace(".nan", "nan"))
    return text


def core(text: str) -> Any:
    """Return the data of a YAML text as an editor has it."""
    return yaml.load(text, CoreLoader)  # noqa: S506 — a loader of its own, safer than safe
