"""A plan's TOML file brought up to date in place: comments typed by hand survive.

Only values that differ are written anew. Goals, criteria, periods and years are recognised by
what names them, so that a new row among them leaves the others as they stand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.container import Container, OutOfOrderTableProxy
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, InlineTable, Item, Table

from resultatplan.plan import Plan
from resultatplan.plan_file import RULER, PlanError, parse_plan, written_plan

_NAMED_BY = {
    "sections": "title",
    "goals": "number",
    "criteria": "key",
    "periods": "id",
    "history": "year",
    "tolerances": "size",
    "frames": "name",
}
"""By which of its values each table of a list is recognised."""

_Home = Container | Table
_Written = Item | OutOfOrderTableProxy
_Data = Mapping[str, Any]
"""A table as plain TOML data."""


def updated_plan(content: bytes, plan: Plan) -> bytes:
    """The TOML file of a plan, now holding `plan`: the very same bytes where it does already.

    A file that holds no valid plan, or that cannot be changed in place, is written whole.
    """
    whole = written_plan(plan)
    try:
        before = parse_plan(content, Path(plan.id))
    except PlanError:
        return whole.encode()
    if before == plan:
        return content
    try:
        text = content.decode("utf-8-sig")
        document = tomlkit.parse(text)
        as_read = tomlkit.dumps(document)
        new = tomlkit.parse(whole.replace(f"{RULER}\n\n", "") + "\n")
        _update(document, tomllib.loads(written_plan(before)), new)
        updated = _as_it_stood(tomlkit.dumps(document), as_read, text).encode()
        if parse_plan(updated, Path(plan.id)) == plan:
            return updated
    except (TOMLKitError, PlanError, ValueError, TypeError):
        pass  # A file that is built in a way of its own: written whole, below.
    return whole.encode()


def _update(home: _Home, before: _Data, new: Container) -> None:
    """Change a table that held `before` into `new`, a table of the plan as it is written whole."""
    for name in before:
        if name not in new:
            home.remove(name)
    for name in new:
        item, old, written = new.item(name), before.get(name), home.get(name)
        if item.unwrap() == old:
            continue
        if isinstance(written, Table) and isinstance(item, Table):
            _update(written, old or {}, item.value)
        elif isinstance(written, AoT | Array) and name in _NAMED_BY:
            _update_list(written, old or [], item, _NAMED_BY[name])
        elif name in home or isinstance(item, AoT):
            home[name] = item
        else:
            _add(home, name, item)


def _as_it_stood(updated: str, as_read: str, text: str) -> str:
    """The updated file with its untouched lines as they stood: tomlkit loses some blanks."""
    lines, before = as_read.split("\n"), text.split("\n")
    if len(lines) != len(before):
        return updated
    stood = {new: old for new, old in zip(lines, before, strict=True) if new != old}
    return "\n".join(stood.get(line, line) for line in updated.split("\n"))


def _update_list(written: AoT | Array, before: Sequence[_Data], new: _Written, name: str) -> None:
    """Rows that are there still are changed where they stand; others go, come or move."""
    if not isinstance(new, AoT | Array):
        raise TypeError(f"no list of tables was written for {name}")
    old_of = {row.get(name): row for row in before}
    order, wanted = [row.get(name) for row in before], [row.get(name) for row in new]
    for index in reversed(range(len(order))):
        if order[index] not in wanted:
            del written[index]
            del order[index]
    for index, row in enumerate(new):
        identity = wanted[index]
        if identity not in order[index:]:
            written.insert(index, row)
            order.insert(index, identity)
            continue
        place = order.index(identity, index)
        if place != index:
            moved = written[place]
            del written[place]
            written.insert(index, moved)
            order.insert(index, order.pop(place))
        if not isinstance(row, InlineTable):
            _update(written[index], old_of[identity], row.value)
        elif row.unwrap() != old_of[identity]:
            written[index] = row  # A line holds no comment of its own.


def _add(home: _Home, name: str, item: _Written) -> None:
    """A value or a table that the file did not have, behind the other values.

    What stands before the next heading belongs to that.
    """
    container = home if isinstance(home, Container) else home.value
    last = None
    for key, other in container.body:
        if isinstance(other, Table | AoT):
            break
        if key is not None:
            last = key.key
    if isinstance(item, Table):
        item.trivia.indent = "\n"  # The empty line stands above it, not below.
        item.value.body.pop()
    if last is None:
        home[name] = item
    else:
        container._insert_after(last, name, item)
