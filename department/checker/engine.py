"""What runs in the browser: files are read one at a time and judged together, as by `rp validate`.

The page puts dropped files where Python sees them, asks for one after another, so that it can end
a reading that takes too long, and then for all verdicts. Plans and limits lie in the archive that
this is run from (`static_files`).
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from department.inbox import WaitingReport, printable, read_entry, read_waiting, unread
from department.output import escaped
from department.report_json import report_json
from department.turns import judged_in_turn
from department.workers import TaskStoppedError, attempted, gave_up
from resultatplan.library import lend
from resultatplan.plan import Plan
from texts import findings as say
from texts.language import DANISH, ENGLISH
from validators.verdict import judge
from workbooks.blueprint.guide_sheet import ADDRESS_VARIABLE
from workbooks.reading.archive import Limits, within
from xl_addin import udfs
from xl_addin.registry import Refusal, answer_of

PLANS, SETTINGS = "own_plans", "settings.json"
"""What the archive has beside the packages: the department's own plan files, and its settings."""


class Engine:
    """The rules, awake: with the plans and limits of the archive at `root`."""

    def __init__(self, root: Path | str) -> None:
        root = Path(root)
        settings = json.loads((root / SETTINGS).read_text(encoding="utf-8"))
        self.limits = Limits(**settings["limits"])
        os.environ[ADDRESS_VARIABLE] = settings["address"]  # The templates' guides name it.
        own = sorted((root / PLANS).iterdir()) if (root / PLANS).is_dir() else []
        lend(tuple((path.name, path.read_bytes()) for path in own))
        self._waiting: list[WaitingReport] = []
        judge([])  # What they need is imported before somebody waits for it.

    def read(self, place: str) -> None:
        """Read a file; the time of its last change is when it came."""
        path = Path(place)
        entry = read_entry(path, printable(path.name))
        outcome = attempted(lambda: read_waiting(entry), self.limits)
        if isinstance(outcome, TaskStoppedError):
            outcome = unread(entry, gave_up(outcome))
        self._waiting.append(outcome)

    def give_up(self, place: str, *, overran: bool) -> None:
        """Pass over a file on which an engine before this one overran its time, or died."""
        path = Path(place)
        entry = read_entry(path, printable(path.name))
        why = TaskStoppedError(say.TOOK_TOO_LONG if overran else say.READER_DIED)
        self._waiting.append(unread(entry, gave_up(why)))

    def verdicts(self) -> str:
        """What `rp validate --json` says of the files since the last time, in both languages.

        Beside it stand the words of their plans.
        """
        waiting, self._waiting = self._waiting, []
        with within(self.limits):
            judged = sorted(judged_in_turn(waiting), key=lambda each: each.number)
        reports = {
            lang: [report_json(each.record, each.changes, lang) for each in judged]
            for lang in (DANISH, ENGLISH)
        }
        plans = {plan.id: _words(plan) for each in judged if (plan := each.record.summary.plan)}
        return escaped(json.dumps({"reports": reports, "plans": plans}, ensure_ascii=False))

    def call(self, name: str, given: str) -> str:
        """What one of the RP_ functions answers to cells, as JSON in and out.

        `{"value": 100.0}`, or `{"error": "#VALUE!", "sentence": "…"}` in Danish.
        """
        answer = answer_of(getattr(udfs, name).__wrapped__, *json.loads(given))
        if not isinstance(answer, Refusal):
            return json.dumps({"value": answer})
        sentence = answer.sentence and answer.sentence(DANISH)
        return json.dumps({"error": answer.code, "sentence": sentence})


def _words(plan: Plan) -> dict[str, object]:
    return {
        "title": plan.title,
        "periods": {each.id: each.name for each in plan.reporting.periods},
        "goals": {each.number: each.title for each in plan.goals},
        "criteria": {each.key: each.text for each in plan.criteria},
    }
