"""The decisions to go on or to stop: what the page says of each, and the sheet to sign on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.render.markup import Markup
from macros.render.words import milestone_words

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Condition, Gate
    from macros.render.dates import Link

_GATE = Markup(
    '\n<section class="app-gate" data-gate="{id}"><h2 id="{id}">Gate {number}: {title}</h2>'
    "<p>{milestone}: {when}.{ours}</p>"
    "<h3>What must be true</h3>{conditions}"
    "<h3>Who may stop it</h3><p>{may_stop}</p>"
    "<h3>If the answer is no</h3><ol>{if_no}</ol>"
    "<h3>The decision</h3>"
    "<p><strong>Even if everything above is ticked, that does not mean that it is safe to go live. "
    "The decision belongs to: {deciders}.</strong></p>"
    '<table class="app-gate__sheet"><caption class="app-hidden">Sheet for the decision</caption>'
    '<thead><tr><th scope="col">Who decides</th><th scope="col">Name</th>'
    '<th scope="col">Go or stop</th><th scope="col">Date, time</th><th scope="col">Signature</th>'
    "</tr></thead><tbody>{whose}{rows}{more}</tbody></table></section>\n"
)
_CONDITIONS = Markup("<p>{when}:</p><ul>{rows}</ul>")
_DONE_BEFORE = "Done before the meeting"
OF_THE_DAY = "Answered at the meeting, of that day"
_CONDITION = Markup("<li>{says}{task}</li>")
_TASK = Markup(' <a href="{href}">Task: {title}</a>')
_STEP = Markup("<li>{}</li>")
_ROW = Markup('\n<tr><th scope="row">{}</th><td></td><td></td><td></td><td></td></tr>')
_LINE = Markup('\n<tr><th scope="row">{}</th><td colspan="4"></td></tr>')
_WHOSE = "Practice, and its Go Live date"
_ALSO = "Anyone else who may stop it"
_MORE = (
    "The decision of all, and why",
    "If no: new date, or by when",
    "Where this sheet is kept",
)
_OURS = " Who decides, and what must be true, is our suggestion."


def gates(catalogue: Catalogue, link: Link) -> Markup:
    """Write each gate, with a sheet to sign; one gate is one page of paper."""
    return Markup().join(
        _gate(catalogue, link, number, gate) for number, gate in enumerate(catalogue.gates, 1)
    )


def _gate(catalogue: Catalogue, link: Link, number: int, gate: Gate) -> Markup:
    milestone = catalogue.milestone(gate.milestone)
    deciders = [catalogue.seat(seat).title for seat in gate.deciders]
    return _GATE.format(
        id=gate.id,
        number=number,
        title=gate.title,
        milestone=milestone.title,
        when=milestone_words(catalogue, milestone),
        ours=_OURS if catalogue.source(gate.source).is_ours else "",
        conditions=_conditions(catalogue, link, _DONE_BEFORE, gate.of_tasks)
        + _conditions(catalogue, link, OF_THE_DAY, gate.of_the_day),
        may_stop=gate.may_stop,
        if_no=Markup().join(map(_STEP.format, gate.if_no)),
        deciders=", ".join(deciders),
        whose=_LINE.format(_WHOSE),
        rows=Markup().join(map(_ROW.format, (*deciders, _ALSO))),
        more=Markup().join(map(_LINE.format, _MORE)),
    )


def _conditions(
    catalogue: Catalogue, link: Link, when: str, conditions: tuple[Condition, ...]
) -> Markup:
    rows = Markup().join(_condition(catalogue, link, one) for one in conditions)
    return _CONDITIONS.format(when=when, rows=rows) if rows else Markup()


def _condition(catalogue: Catalogue, link: Link, condition: Condition) -> Markup:
    if condition.task is None:
        return _CONDITION.format(says=condition.says, task="")
    task = catalogue.task(condition.task)
    href = link(f"{task.page_file}#{task.anchor}")
    return _CONDITION.format(says=condition.says, task=_TASK.format(href=href, title=task.title))
