"""Putting elements into an XML part without writing the rest of it anew.

A part is searched with expat, which tells where each element begins and ends; the new text is set
in between. Prefixes, unknown extensions and the order of attributes stay as they were; what is put
in takes the part's own prefix.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from xml.parsers import expat

from workbooks.reading.xml_parts import MAX_DEPTH, bad_xml

_DECLARATION = re.compile(r"^\ufeff?<\?xml[^>]*\?>\s*")
_COUNT = re.compile(rb'\bcount\s*=\s*(?:"\d*"|\'\d*\')')
_TAG = re.compile(r"<(/?)(?=\w)")


@dataclass
class Span:
    """An element of the part: its local name, where it and its end tag begin, its children."""

    name: str
    start: int
    end: int = 0
    """Where its end tag begins (where it begins itself, for an empty element)."""
    is_empty: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Span] = field(default_factory=list)

    def child(self, name: str) -> Span | None:
        """The first child of this name."""
        return next((each for each in self.children if each.name == name), None)


@dataclass(frozen=True)
class XmlPart:
    """A part in UTF-8, the spans of its first levels, and the root's prefix (`x:` or nothing)."""

    data: bytes
    root: Span
    prefix: str

    def text(self, span: Span) -> str:
        """What stands between an element's tags, as it is written."""
        if span.is_empty:
            return ""
        return self.data[self.data.index(b">", span.start) + 1 : span.end].decode()

    def before(self, names: Collection[str], element: str) -> bytes:
        """The part with `element` before the first child of the root that is called so, or last."""
        if self.root.is_empty:
            return self.appended(self.root, element)
        at = next((each.start for each in self.root.children if each.name in names), self.root.end)
        return self.data[:at] + self._own(element) + self.data[at:]

    def appended(self, span: Span, element: str) -> bytes:
        """The part with `element` as the span's last child; its `count` counts it too."""
        tag_end = self.data.index(b">", span.start) + 1
        count = f'count="{len(span.children) + 1}"'.encode()
        tag = _COUNT.sub(count, self.data[span.start : tag_end], count=1)
        if not span.is_empty:
            inside = self.data[tag_end : span.end] + self._own(element)
            return self.data[: span.start] + tag + inside + self.data[span.end :]
        name = tag[1:].split(None, 1)[0].rstrip(b"/>")
        whole = tag.rstrip(b"/> ") + b">" + self._own(element) + b"</" + name + b">"
        return self.data[: span.start] + whole + self.data[tag_end:]

    def _own(self, element: str) -> bytes:
        """The element with the part's prefix on its tags."""
        return _TAG.sub(rf"<\1{self.prefix}", element).encode()


def xml_part(data: bytes, name: str, depth: int = 3) -> XmlPart:
    """Read a part so that something can be put into it; spans are kept `depth` levels deep.

    Raises `UnreadableError` for broken XML.
    """
    data = _as_utf8(data)
    parser = expat.ParserCreate()
    stack: list[Span] = []
    roots: list[Span] = []
    prefixes: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(stack) >= MAX_DEPTH:
            raise bad_xml(name, "depth")
        prefix, _, local = tag.rpartition(":")
        span = Span(local, parser.CurrentByteIndex, attributes=attributes)
        if not stack:
            roots.append(span)
            prefixes.append(f"{prefix}:" if prefix else "")
        elif len(stack) < depth:
            stack[-1].children.append(span)
        stack.append(span)

    def end(_: str) -> None:
        span = stack.pop()
        span.end = parser.CurrentByteIndex
        span.is_empty = not data.startswith(b"</", span.end)

    def refuse_doctype(*_: object) -> None:
        raise bad_xml(name, "DOCTYPE")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse_doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise bad_xml(name, str(error)) from error
    return XmlPart(data, roots[0], prefixes[0])


def _as_utf8(data: bytes) -> bytes:
    """The part in UTF-8: expat's positions are in that."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16")
        return _DECLARATION.sub("", text).encode()
    return data.removeprefix(b"\xef\xbb\xbf")
