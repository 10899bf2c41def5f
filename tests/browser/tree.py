"""What Chromium tells a screen reader of a part of a page: its own tree, as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Locator

SILENT = {"generic", "none", "InlineTextBox", "LineBreak", "LabelText", "ListMarker"}
STATES = ("checked", "expanded", "disabled", "invalid", "modal", "live", "hasPopup", "selected")
SETTLED = """() => {
    const noted = () => { globalThis.changedAt = performance.now() }
    if (!globalThis.changedAt) {
        noted()
        const all = {subtree: true, childList: true, attributes: true, characterData: true}
        new MutationObserver(noted).observe(document, all)
    }
    return performance.now() - globalThis.changedAt > 300
}"""
"""Nothing has changed for a while: what only explains comes when the dates are painted."""
PLAIN = {"false", "off", "none", False}


def tree(part: Locator) -> list[str]:
    """Each node with role, name, states, value and description; below it what it holds."""
    part.page.wait_for_function(SETTLED)
    session = part.page.context.new_cdp_session(part.page)
    part.evaluate("part => { globalThis.partOfTree = part }")
    found = session.send("Runtime.evaluate", {"expression": "globalThis.partOfTree"})
    this = {"objectId": found["result"]["objectId"]}
    node = session.send("DOM.describeNode", this)["node"]
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.queryAXTree", this)["nodes"]
    session.detach()
    by_id = {one["nodeId"]: one for one in nodes}
    (root,) = [one for one in nodes if one.get("backendDOMNodeId") == node["backendNodeId"]]
    return list(_lines(root, by_id, 0, ""))


def _lines(node: dict[str, Any], by_id: dict[str, Any], depth: int, said: str) -> Iterator[str]:
    role = "none" if node.get("ignored") else node["role"]["value"]
    name = " ".join(node.get("name", {}).get("value", "").split())
    is_silent = role in SILENT or (role == "StaticText" and (not name or name in said))
    if not is_silent:
        yield "  " * depth + " ".join([_word(role), *_about(node, name)])
    inside = said if is_silent else name
    for id in node.get("childIds", []):
        if id in by_id:
            yield from _lines(by_id[id], by_id, depth + (not is_silent), inside)


def _word(role: str) -> str:
    return "text" if role == "StaticText" else role


def _about(node: dict[str, Any], name: str) -> Iterator[str]:
    if name:
        yield f'"{name}"'
    for one in node.get("properties", []):
        value = one["value"].get("value")
        if one["name"] == "level" and node["role"]["value"] == "heading":
            yield f"level={value}"
        elif one["name"] in STATES and value not in PLAIN:
            yield one["name"] if value in (True, "true") else f"{one['name']}={value}"
        elif one["name"] == "expanded":
            yield "folded"
    if "value" in node and node["value"].get("value") not in ("", None, name):
        yield f"= {node['value']['value']}"
    if description := " ".join(node.get("description", {}).get("value", "").split()):
        yield f"({description})"
