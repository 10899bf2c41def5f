"""The content security policy, and the one inline script that it allows."""

from __future__ import annotations

import base64
import hashlib

HEAD_SCRIPT = (
    "const{classList,dataset}=document.documentElement;"
    "classList.add('has-script');"
    "if(!location.hash&&performance.getEntriesByType('navigation')[0]?.type=='navigate')"
    "classList.add('is-opening');"
    "try{const read=key=>localStorage.getItem('gp-migration:'+key);"
    "const colours=read('colours');"
    "if(colours)document.querySelector('[name=color-scheme]').content=dataset.colours=colours;"
    "const id=read('current');"
    "if(id){classList.add('has-plan');"
    "if(read('plan:'+id).includes('\"goLive\"'))classList.add('has-dates')}"
    "else if(classList.contains('is-opening')){"
    "classList.add('is-new');"
    "document.scripts[0].removeAttribute('blocking');"
    "setTimeout(()=>classList.remove('is-opening'),3e3)} }catch{}"
)
"""Runs before the first paint: shows what needs script and the colours that were chosen,
keeps room for strip and dates, and says whether the page opens at its top. Where no plan has to be
shown, the page is painted before its module: decisions/0029."""


def content_security_policy(*inline_scripts: str) -> str:
    """Allow this site's own files and exactly these inline scripts, and nothing else."""
    hashes = " ".join(f"'{_sha256(script)}'" for script in inline_scripts)
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types gp-migration"
    )


def _sha256(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
