"""Tells a refusal of one recipient for good from everything that may be cured by waiting.

RFC 5321, 4.2.1: after a code 5yz the same request should not be repeated. Only what is about the
recipient counts here; a server that takes nothing from us at all is an outage, and waited for.
"""

from __future__ import annotations

import re
import smtplib

# 550-553: mailbox unavailable, not local, full, no such name (RFC 5321, 4.2.3); 556: a domain that
# takes no mail (RFC 7504). 554 and the rest say nothing of whom they are about.
_OF_RECIPIENT = frozenset({550, 551, 552, 553, 556})
# Class 5, subject 1 (address) or 2 (mailbox), RFC 3463; the other subjects are the server's own.
_ENHANCED = re.compile(rb"\s*5\.(\d{1,3})\.\d{1,3}\b")
_RECIPIENT_SUBJECTS = {b"1", b"2"}
# Servers that refuse to relay for us say 550 too: an administrator cures that, for everybody.
_ABOUT_US = re.compile(rb"relay|authenti", re.IGNORECASE)


def for_good(fault: Exception) -> str:
    """The answer by which the one recipient of a mail was refused for good, or "".

    >>> for_good(smtplib.SMTPDataError(550, b"5.1.1 no such user"))
    '550 5.1.1'
    >>> for_good(smtplib.SMTPDataError(550, b"5.7.1 relay access denied"))
    ''
    >>> for_good(smtplib.SMTPRecipientsRefused({"a@b": (450, b"busy")}))
    ''
    """
    words: bytes | str
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        answers = list(fault.recipients.values())
        code, words = answers[0] if len(answers) == 1 else (0, b"")
    elif isinstance(fault, smtplib.SMTPDataError):
        code, words = fault.smtp_code, fault.smtp_error
    else:
        return ""
    return _of_recipient(code, words if isinstance(words, bytes) else words.encode())


def _of_recipient(code: int, words: bytes) -> str:
    found = _ENHANCED.match(words)
    if found is not None and 500 <= code < 600:
        about = found[1] in _RECIPIENT_SUBJECTS
        return f"{code} {found[0].strip().decode()}" if about else ""
    return str(code) if code in _OF_RECIPIENT and not _ABOUT_US.search(words) else ""
