"""Plan files that cannot be used are told, and stand in the way of nothing else."""

from __future__ import annotations

import click

from department.output import inert_line
from resultatplan.library import broken_plans
from texts import plan_files as say
from texts.language import Language


def tell_broken_plans(lang: Language, plan_id: str | None = None) -> bool:
    """Say on standard error what is wrong with files in the plans folder (of one plan); whether
    there are any."""
    broken = broken_plans(plan_id)
    for error in broken:
        for message in error.messages(lang):
            click.echo(say.BROKEN(lang, message=inert_line(message)), err=True)
    return bool(broken)
