"""Registering a function for every host, and giving it xlwings' decorators where xlwings is.

Importing xlwings costs about 0.6 s of CPU, so it is not imported for its own sake: that would
drag it into the command line, LibreOffice and the tests. xlwings itself, when it loads the
functions (COM server, xlwings Server), is in `sys.modules` before them; then, and only then, its
`func` and `arg` are applied. On a machine without Excel they are xlwings' own no-op stubs.

On Windows a function may also be called through the wrapper that xlwings writes at *Import
Functions*. It passes one argument more than the user gives, and by that such a call is known: the
workbook in which the calling cell stands, which only VBA knows. Other than our own VBA module, the
wrapper puts what it gets into the cell as it is.
"""

from __future__ import annotations

import functools
import inspect
import math
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import (
    TYPE_CHECKING,
    Annotated,
    Final,
    ParamSpec,
    TypeVar,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from texts import functions as say
from texts.language import Text
from xl_addin.arguments import ERROR_NUMBERS, NUMBER, VALUE, InputError

if TYPE_CHECKING:
    from win32com.client import CDispatch  # type: ignore[import-untyped]

GOAL_SHEET: Final = "Målopfyldelse"
GOAL_TABLE: Final = "tblMaal"
FULFILMENT: Final = "Opfyldelse"
WEIGHT: Final = "Vægt"
SECURED: Final = "Sikret"
EXPECTED: Final = "Forventet"
ATTAINABLE: Final = "Opnåelig"
HIDDEN_SHEET: Final = "_rp"
"""The names by which a host finds a workbook's goals, and the sheet that only result plans have.

`workbooks.form` decides them and lies above this package; a test holds the two together. What is
secured, expected and attainable of a goal stands in every workbook from its second layout on.
"""

_ADDED: Final = "projektmappe"
_WORKBOOK: Final = "Application.Caller.Worksheet.Parent"
_NO_WORKBOOK: Final = "True"
"""The argument that xlwings' wrapper adds, and what VBA fills it with."""

P = ParamSpec("P")
T = TypeVar("T")
Answer = float | str


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument as hosts and function wizards see it."""

    name: str
    help: Text
    optional: bool
    role: str
    """`cell`, `reported`, `computed` or `range`: see `arguments.Cell` and those below it."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function as hosts and function wizards see it."""

    name: str
    help: Text
    arguments: tuple[Argument, ...]
    totals: str | None
    """The column that it totals when it is called without arguments, from the goals' table of the
    workbook it stands in: this one where the table has it, else `FULFILMENT`."""

    @property
    def reads_workbook(self) -> bool:
        """Whether it reads the workbook when it is called without arguments."""
        return self.totals is not None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer: Excel's error, and what is wrong in a sentence."""

    code: str
    sentence: Text | None = None


_REGISTERED: dict[str, Function] = {}


def registered() -> tuple[Function, ...]:
    """The functions registered so far, in the order of their definition."""
    return tuple(_REGISTERED.values())


def worksheet_function(
    *, totals: str | None = None
) -> Callable[[Callable[P, Answer]], Callable[P, Answer]]:
    """Make a function one of the RP_ functions of every host.

    The function answers with the Excel error as text (`#VALUE!`) where it is refused, and never
    raises. Its help texts are those of `texts.functions`, KeyError where it has none.
    """

    def register(function: Callable[P, Answer]) -> Callable[P, Answer]:
        @functools.wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> Answer:
            answer = answer_of(function, *args, **kwargs)
            return answer.code if isinstance(answer, Refusal) else answer

        described = _describe(function, totals)
        _REGISTERED[described.name] = described
        return _decorate(guarded, described)

    return register


def answer_of(function: Callable[P, Answer], *args: P.args, **kwargs: P.kwargs) -> Answer | Refusal:
    """What a function says, for a host that can tell why there is no answer.

    `function` is what was registered, the `__wrapped__` of what every other host calls.
    """
    try:
        answer = function(*args, **kwargs)
    except InputError as error:
        return Refusal(error.code, error.sentence)
    except ArithmeticError:
        return Refusal(NUMBER, say.TOO_LARGE)
    except ValueError:
        return Refusal(VALUE)
    too_large = isinstance(answer, float) and not math.isfinite(answer)
    return Refusal(NUMBER, say.TOO_LARGE) if too_large else answer


def for_xlwings(function: Callable[P, T]) -> Callable[P, T]:
    """Let the add-in's own macros call a function that is none of the workbook's."""
    if "xlwings" not in sys.modules:
        return function
    import xlwings

    function.__annotations__ = {}
    decorated: Callable[P, T] = xlwings.func()(function)
    return decorated


def _describe(function: Callable[P, Answer], totals: str | None) -> Function:
    hints = get_type_hints(function, include_extras=True)
    arguments = []
    for name, parameter in inspect.signature(function).parameters.items():
        if get_origin(hints[name]) is not Annotated:
            raise TypeError(f"{name} is to be one of the arguments in xl_addin.arguments")
        role = str(get_args(hints[name])[1])
        is_optional = parameter.default is not inspect.Parameter.empty
        if is_optional and role == "reported":
            raise TypeError("a cell of the report cannot be left out")
        arguments.append(Argument(name, say.ARGUMENTS[name], is_optional, role))
    name = function.__name__
    return Function(name, say.FUNCTIONS[name], tuple(arguments), totals)


def _decorate(function: Callable[P, Answer], described: Function) -> Callable[P, Answer]:
    if "xlwings" not in sys.modules:
        return function
    import xlwings

    if sys.platform == "win32":
        function = _in_excel(function, described)
    # xlwings would pick converters by the type hints; cells come as they are, with these options.
    function.__annotations__ = {}
    function.__doc__ = described.help.da
    for argument in reversed(described.arguments):
        options = {"ndim": 2} if argument.role == "range" else {}
        decorate = xlwings.arg(argument.name, err_to_str=True, doc=argument.help.da, **options)
        function = decorate(function)
    decorate = xlwings.func(category=say.CATEGORY, volatile=described.reads_workbook)
    decorated: Callable[P, Answer] = decorate(function)
    return decorated


def _in_excel(function: Callable[P, Answer], described: Function) -> Callable[P, Answer]:
    """The function with the argument that the wrapper adds: then an error is one for IFERROR too.

    One that totals reads the goals of the workbook it stands in where it is given nothing else.
    """
    import pythoncom  # type: ignore[import-untyped]
    import xlwings

    # The one error value that pywin32 can give to Excel, which shows it as `#VALUE!`.
    error = cast(Answer, pythoncom.ArgNotFound)
    count = len(described.arguments)

    @functools.wraps(function)
    def called(*given: object) -> Answer:
        arguments, workbook = given[:count], given[count:]
        if workbook and described.totals and all(each is None for each in arguments):
            arguments = _goal_columns(cast("CDispatch", workbook[0]), described.totals)
        answer = cast(Callable[..., Answer], function)(*arguments)
        return error if workbook and answer in ERROR_NUMBERS else answer

    signature = inspect.signature(function)
    added = inspect.Parameter(_ADDED, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=None)
    parameters = [*signature.parameters.values(), added]
    called.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {}
    filled = _WORKBOOK if described.reads_workbook else _NO_WORKBOOK
    return cast(Callable[P, Answer], xlwings.arg(_ADDED, "raw", vba=filled)(called))


def _goal_columns(workbook: CDispatch, wanted: str) -> tuple[object, ...]:
    """The column `wanted`, or else Opfyldelse, and Vægt; nothing where there is no table."""
    for sheet in workbook.Worksheets:
        for table in sheet.ListObjects:
            if table.Name == GOAL_TABLE:
                columns = {column.Name: column.DataBodyRange for column in table.ListColumns}
                totalled = columns.get(wanted, columns[FULFILMENT])
                return totalled.Value2, columns[WEIGHT].Value2
    return ()
