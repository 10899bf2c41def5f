"""HTML is filled in as MarkupSafe fills it in, only faster."""

from __future__ import annotations

import markupsafe
import pytest

from macros.render.markup import Markup

VALUES = ["plain", "", """& < > " '""", "é ’ 😀", 7, None, True, Markup("<b>&amp;</b>"),
          markupsafe.Markup("<i>x</i>"), markupsafe.escape("<")]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("form", ['<p title="{value}">{value}</p>', "<p>{{}} {value}</p>"])
def test_a_value_is_put_in_as_markupsafe_does_it(form: str, value: object) -> None:
    """A text is escaped, markup is not, and the whole is markup."""
    filled = Markup(form).format(value=value)

    assert filled == markupsafe.Markup(form).format(value=value)
    assert isinstance(filled, Markup)


def test_places_may_have_no_name() -> None:
    """They are filled in order."""
    assert Markup("<p>{}, {}</p>").format("<a>", Markup("<b>")) == "<p>&lt;a&gt;, <b></p>"


@pytest.mark.parametrize("between", ["", "<br>"])
def test_parts_are_joined_as_markupsafe_joins_them(between: str) -> None:
    """Whatever they are, and the whole is markup."""
    joined = Markup(between).join(iter(VALUES))

    assert joined == markupsafe.Markup(between).join(VALUES)
    assert isinstance(joined, Markup)


def test_a_value_of_another_kind_of_text_is_escaped() -> None:
    """A kind of text that says nothing of HTML is no markup."""

    class Name(str):
        """A text with a kind of its own."""

    assert Markup("<p>{}</p>").format(Name("<a>")) == "<p>&lt;a&gt;</p>"
