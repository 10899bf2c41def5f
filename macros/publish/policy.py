"""The content security policy, and the one inline script that it allows."""

from __future__ import annotations

import base64
import hashlib

HEAD_SCRIPT = (
    "document.documentElement.classList.add('has-script');"
    "try{const id=localStorage.getItem('gp-migration:current');"
    "if(id){document.documentElement.classList.add('has-plan');"
    "if(localStorage.getItem('gp-migration:plan:'+id).includes('\"goLive\"'))"
    "document.documentElement.classList.add('has-dates')} }catch{}"
)
"""Runs before the first paint: shows what needs script, keeps room for strip and dates."""


def content_security_policy(*inline_scripts: str) -> str:
    """Allow this site's own files and exactly these inline scripts, and nothing else."""
    hashes = " ".join(f"'{_sha256(script)}'" for script in inline_scripts)
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )


def _sha256(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
