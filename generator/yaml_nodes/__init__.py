"""YAML text to located nodes; every scalar stays the author's text."""

from generator.yaml_nodes.encoding import decode_bytes, in_utf_8
from generator.yaml_nodes.habits import invisible_character
from generator.yaml_nodes.nodes import Mapping, Node, Scalar, Sequence, span_of, text_of
from generator.yaml_nodes.reader import read_yaml
from generator.yaml_nodes.rules import YAML_RULES
from generator.yaml_nodes.slips import key_slip

__all__ = [
    "YAML_RULES",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "decode_bytes",
    "in_utf_8",
    "invisible_character",
    "key_slip",
    "read_yaml",
    "span_of",
    "text_of",
]
