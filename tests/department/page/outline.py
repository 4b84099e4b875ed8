"""A page of HTML taken apart without a browser: elements with their attributes and words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "link", "input", "br"})
_APART = frozenset({"bdi", "dd", "div", "dt", "li", "p", "small", "span", "svg", "td", "th", "tr"})
"""Elements that a reader sees apart from what stands beside them."""


@dataclass
class Element:
    """An element; `words` is everything said inside it, spaces made one."""

    name: str
    attributes: dict[str, str]
    pieces: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join("".join(self.pieces).split())


class Outline(HTMLParser):
    """The elements of a page, in order."""

    def __init__(self, html: bytes | str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html.decode() if isinstance(html, bytes) else html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        self._part(tag)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().name == tag
        self._part(tag)

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.pieces.append(data)

    def _part(self, tag: str) -> None:
        if tag in _APART:
            self.handle_data(" ")

    def named(self, name: str) -> list[Element]:
        return [each for each in self.elements if each.name == name]

    def with_id(self, name: str) -> Element:
        (found,) = (each for each in self.elements if each.attributes.get("id") == name)
        return found

    def all(self, attribute: str) -> list[str]:
        return [
            each.attributes[attribute] for each in self.elements if attribute in each.attributes
        ]

    @property
    def skeleton(self) -> list[tuple[str, tuple[str, ...]]]:
        """Elements and the names of their attributes, without any of their words."""
        return [(each.name, tuple(each.attributes)) for each in self.elements]
