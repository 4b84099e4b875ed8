"""A plan's TOML file brought up to date in place: comments typed by hand survive.

Only values that differ are written anew. Goals, criteria, periods and years are recognised by
what names them, so that a new row among them leaves the others as they stand.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, InlineTable, Item
from tomlkit.items import Table as WrittenTable

from resultatplan.plan import Plan
from resultatplan.plan_file import (
    PlanError,
    Table,
    Value,
    listed_table_lines,
    parse_plan,
    plan_data,
    table_lines,
    written_plan,
    written_value,
)

_NAMED_BY = {
    "sections": "title",
    "goals": "number",
    "criteria": "key",
    "periods": "id",
    "history": "year",
    "tolerances": "size",
}
"""By which of its values each table of a list is recognised."""

_Home = Container | WrittenTable | InlineTable


def updated_plan(content: bytes, plan: Plan) -> bytes:
    """The TOML file of a plan, now holding `plan`: the very same bytes where it does already.

    A file that holds no valid plan, or that cannot be changed in place, is written whole.
    """
    try:
        before = parse_plan(content, Path(plan.id))
    except PlanError:
        return written_plan(plan).encode()
    if before == plan:
        return content
    try:
        text = content.decode("utf-8")
        document = tomlkit.parse(text)
        as_read = tomlkit.dumps(document)
        _update(document, plan_data(before), plan_data(plan), ())
        updated = _as_it_stood(tomlkit.dumps(document), as_read, text).encode()
        if parse_plan(updated, Path(plan.id)) == plan:
            return updated
    except (TOMLKitError, PlanError, ValueError, TypeError):
        pass  # A file that is built in a way of its own: written whole, below.
    return written_plan(plan).encode()


def _update(home: _Home, before: Table, after: Table, path: tuple[str, ...]) -> None:
    for name in before:
        if name not in after:
            home.remove(name)
    for name, value in after.items():
        old = before.get(name)
        if old == value:
            continue
        inner = (*path, name)
        written = home.get(name)
        home_of_it = _home_in(written)
        if isinstance(old, Mapping) and isinstance(value, Mapping) and home_of_it is not None:
            _update(home_of_it, old, value, inner)
        elif isinstance(written, AoT | Array) and name in _NAMED_BY:
            _update_list(written, _tables(old), _tables(value), inner)
        elif name in home:
            home[name] = _item(name, value)
        else:
            _add(home, inner, value)


def _as_it_stood(updated: str, as_read: str, text: str) -> str:
    """The updated file with its untouched lines as they stood: tomlkit loses some blanks."""
    lines, before = as_read.split("\n"), text.split("\n")
    if len(lines) != len(before):
        return updated
    stood = {new: old for new, old in zip(lines, before, strict=True) if new != old}
    return "\n".join(stood.get(line, line) for line in updated.split("\n"))


def _home_in(written: object) -> _Home | None:
    return written if isinstance(written, WrittenTable | InlineTable | Container) else None


def _tables(value: Value | None) -> list[Table]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [each for each in value if isinstance(each, Mapping)]
    return []


def _update_list(
    written: AoT | Array, before: Sequence[Table], after: Sequence[Table], path: tuple[str, ...]
) -> None:
    """Rows that are there still are changed where they stand; others go, come or move."""
    name = _NAMED_BY[path[-1]]
    old_of = {_named(each, name): each for each in before}
    wanted = [_named(each, name) for each in after]
    order = [_named(each, name) for each in before]
    for index in reversed(range(len(order))):
        if order[index] not in wanted:
            del written[index]
            del order[index]
    for index, each in enumerate(after):
        identity = _named(each, name)
        if identity in order[index:]:
            place = order.index(identity, index)
            if place != index:
                moved = written[place]
                del written[place]
                written.insert(index, moved)
                order.insert(index, order.pop(place))
            row = _home_in(written[index])
            if row is None:
                raise ValueError(f"no table stands at {'.'.join(path)}")
            _update(row, old_of[identity], each, path)
        else:
            _insert(written, index, each, path)
            order.insert(index, identity)


def _insert(written: AoT | Array, index: int, row: Table, path: tuple[str, ...]) -> None:
    if isinstance(written, AoT):
        written.insert(index, _new_table(row, path))
    else:
        written.insert(index, _item("row", row))


def _named(table: Table, name: str) -> Hashable:
    value = table.get(name)
    return value if isinstance(value, Hashable) else None


def _new_table(table: Table, path: tuple[str, ...]) -> WrittenTable:
    lines = "\n".join(listed_table_lines(table, path))
    written: object = tomlkit.parse(f"{_headings_above(path)}{lines}\n\n")
    for name in path[:-1]:
        written = _inside(written, name)
    row = _inside(written, path[-1])
    if not isinstance(row, WrittenTable):
        raise TypeError(f"no table was written for {'.'.join(path)}")
    return row


def _headings_above(path: tuple[str, ...]) -> str:
    return "".join(f"[[{'.'.join(path[:depth])}]]\n" for depth in range(1, len(path)))


def _inside(written: object, name: str) -> object:
    value = written[name] if isinstance(written, Container | WrittenTable) else None
    return value[0] if isinstance(value, AoT) else value


def _item(name: str, value: Value) -> Item:
    """A value as an item, formatted as a new file has it."""
    return _written(tomlkit.parse(f"{name} = {written_value(value)}\n"), name)


def _written(document: Container, name: str) -> Item:
    item = document.item(name)
    if not isinstance(item, Item):
        raise TypeError(f"{name} was not written as one item")
    return item


def _add(home: _Home, path: tuple[str, ...], value: Value) -> None:
    """A value, a table or a list of tables that the file did not have."""
    name = path[-1]
    if isinstance(value, Mapping) and name in ("scoring", "reporting", "bonus"):
        lines = "\n".join(("", f"[{name}]", *table_lines(value, path)))
        item = _written(tomlkit.parse(f"{lines}\n\n"), name)
    elif name in _NAMED_BY and name not in ("periods", "history"):
        home[name] = _new_rows(_tables(value), path)
        return
    else:
        item = _item(name, value)
    container = home.value if isinstance(home, WrittenTable) else home
    last = _last_plain_key(container)
    if isinstance(container, Container) and last is not None:
        # Behind the other values: what stands before the next heading belongs to that.
        container._insert_after(last, name, item)
    else:
        home[name] = item


def _new_rows(tables: Sequence[Table], path: tuple[str, ...]) -> AoT:
    rows = AoT([])
    for each in tables:
        rows.append(_new_table(each, path))
    return rows


def _last_plain_key(container: object) -> str | None:
    """The last value that stands before any heading."""
    last = None
    for key, item in container.body if isinstance(container, Container) else ():
        if isinstance(item, WrittenTable | AoT):
            break
        if key is not None:
            last = key.key
    return last
