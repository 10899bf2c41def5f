"""The content security policy."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from macros.publish.policy import HEAD_SCRIPT, content_security_policy


def test_the_policy_allows_our_own_files_and_the_scripts_it_is_given() -> None:
    """Nothing is allowed that is not named, and each inline script by its hash alone."""
    one = b64encode(sha256(b"one('\xc3\xa9')").digest()).decode()
    two = b64encode(sha256(b"").digest()).decode()

    assert content_security_policy("one('é')", "") == (
        f"default-src 'none'; script-src 'self' 'sha256-{one}' 'sha256-{two}'; "
        "style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types gp-migration"
    )


def test_the_hash_is_what_a_browser_computes() -> None:
    """The hash of the empty text is known from elsewhere."""
    assert "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='" in content_security_policy("")


def test_nothing_unsafe_is_allowed() -> None:
    """No script or style in a page runs because somebody wrote it there."""
    policy = content_security_policy(HEAD_SCRIPT)

    assert [word for word in ("unsafe", "*", "http", "blob:") if word in policy] == []


def test_the_inline_script_can_stand_in_a_page() -> None:
    """It neither ends its own element nor opens a comment."""
    assert [word for word in ("</", "<!--", "{{") if word in HEAD_SCRIPT] == []
