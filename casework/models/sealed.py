"""Which tables the record seals, and of every other one why it does not.

The digest of each row of a sealed table stands in the newest event that touched it. A new table
belongs into one of the two lists; a test fails until it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import inspect

from casework.models.account import LoginSession, PasswordLink, RecoveryCode, SecondFactor
from casework.models.attention import Preference, Question
from casework.models.base import Base
from casework.models.bundle import Bundle, BundleItem
from casework.models.case import Case, CaseLink, Fact, SameEventHint
from casework.models.clock import ClockState
from casework.models.comment import Comment, CommentMention
from casework.models.correction import Correction
from casework.models.deadline import Deadline
from casework.models.document import Dispatch, Document
from casework.models.draft import Draft
from casework.models.event import ChainHead, Event
from casework.models.evidence import Blob, Evidence
from casework.models.exclusion import Exclusion
from casework.models.feed import CalendarFeed
from casework.models.gakkumdu import CrimeFile, Discussion, Override
from casework.models.handling import (
    ClarificationSession,
    Completion,
    Finding,
    Meeting,
    Opinion,
    Outcome,
    Review,
)
from casework.models.hearing import Hearing, HearingPanel, PanelRuling
from casework.models.initial import Initial
from casework.models.integrity import IntegrityCheck
from casework.models.kerawanan import (
    PreventionTask,
    VulnerabilityAnswer,
    VulnerabilityEvent,
    VulnerabilityRound,
    VulnerabilitySheet,
)
from casework.models.listing import CaseLine, Rollup, SavedView
from casework.models.number import Counter, LetterStyle, Number, NumberOpening
from casework.models.office import Office, Officer, OfficerRole
from casework.models.outbox import Batch, Delivery, Heartbeat, Notice, Outbox
from casework.models.party import Identity, Party
from casework.models.referral import Referral, ReferralItem
from casework.models.region import Region
from casework.models.regulation import RegulationRejection, RegulationSample, RegulationText
from casework.models.revision import CaseMove, RuleRevision
from casework.models.signature import Signature
from casework.models.staffing import Absence, WorkMark
from casework.models.submission import (
    ResumableUpload,
    Submission,
    SubmissionConflict,
    UploadPart,
)
from casework.models.transfer import Transfer, TransferStep

REGISTERS: tuple[type[Base], ...] = (
    Absence, CalendarFeed, Office, Officer, OfficerRole, PasswordLink, Preference, RecoveryCode,
    SecondFactor,
)  # fmt: skip
"""Who works here, as what, and how they come in: told in the chain of the first office alone,
since several offices may change one of these rows."""

OF_CASES: tuple[type[Base], ...] = (
    Blob, Case, CaseLink, CaseMove, ClarificationSession, Completion, Correction, CrimeFile,
    Deadline, Discussion, Dispatch, Document, Evidence, Exclusion, Fact, Finding, Hearing,
    HearingPanel, Identity, Initial, IntegrityCheck, LetterStyle, Meeting, Number, NumberOpening,
    Opinion, Outcome, Override, PanelRuling, Party, PreventionTask, Question, Referral,
    ReferralItem, RegulationRejection, RegulationSample, RegulationText, Review, RuleRevision,
    Signature, Transfer, TransferStep, VulnerabilityAnswer, VulnerabilityEvent, VulnerabilityRound,
    VulnerabilitySheet,
)  # fmt: skip
"""What a date, a decision or a letter rests on: told in the chain of the office that has it."""

SEALED_TABLES: tuple[type[Base], ...] = (*OF_CASES, *REGISTERS)
SEALED = frozenset(SEALED_TABLES)

UNDER: Mapping[type[Base], tuple[type[Base], str]] = {
    Opinion: (Review, "review_id"),
    ReferralItem: (Referral, "referral_id"),
}
"""Rows that belong to a case through another row, and the column that names it."""

BESIDE: Mapping[type[Base], str] = {
    Event: "the record itself: hash, authentication code, anchors",
    ChainHead: "compared with the last event of each chain",
    CaseLine: "made from sealed rows; compared with them (I10)",
    Rollup: "counted from events and lines; compared with a count of them (I11)",
    Counter: "compared with the numbers that were given out, which are sealed (I5)",
    Outbox: "work to be done; what it does is sealed, what must be asked for is compared (I4)",
    Batch: "which worker has which work; may be lost at any time",
    Heartbeat: "which worker is alive; gone with it",
    Delivery: "tries to send a notice; the act it tells of is sealed",
    Notice: "tells of an act that is sealed, with its number; nothing is decided by it",
    SameEventHint: "offered by reckoning from sealed rows, made anew at any time",
    Bundle: "a print file joined from sealed papers; joined anew at any time",
    BundleItem: "which papers such a print file holds",
    Comment: "what officers say to each other; nothing rests on it; its author may take it back",
    CommentMention: "who was told of a comment",
    Draft: "not sent yet; sealed with the key of the installation, gone after fourteen days",
    Submission: "on its way; what is made of it is sealed; gone after fourteen days",
    SubmissionConflict: "came under a UUID that was taken; gone with that submission",
    ResumableUpload: "a file on its way; becomes evidence, which is sealed",
    UploadPart: "a piece of such a file; the hash of the whole is compared",
    SavedView: "filters an officer likes to see again",
    WorkMark: "which page is open; expires by itself",
    LoginSession: "an open browser; ends within twelve hours, its acts stand in the record",
    Region: "names of places by public codes, which cases hold; imports stand in the record",
    ClockState: "what the machine's clock said last; the doctor looks at it",
}
"""Tables that are derived from sealed ones or pass by themselves, with the proof or the reason."""


@cache
def sealed_columns(entity: type[Base]) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """The columns that the digest of a row covers, by name, and what is noted of each."""
    columns = [(one.key, one.columns[0].info) for one in inspect(entity).column_attrs]
    return tuple((key, info) for key, info in columns if "unsealed" not in info)


@cache
def sealed_names(entity: type[Base]) -> frozenset[str]:
    """The names of those columns."""
    return frozenset(name for name, _ in sealed_columns(entity))
