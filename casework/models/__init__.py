"""Typed tables; importing this package registers all of them."""

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
from casework.models.regulation import (
    RegulationRejection,
    RegulationSample,
    RegulationText,
)
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

__all__ = [
    "Absence",
    "Base",
    "Batch",
    "Blob",
    "Bundle",
    "BundleItem",
    "CalendarFeed",
    "Case",
    "CaseLine",
    "CaseLink",
    "CaseMove",
    "ChainHead",
    "ClarificationSession",
    "ClockState",
    "Comment",
    "CommentMention",
    "Completion",
    "Correction",
    "Counter",
    "CrimeFile",
    "Deadline",
    "Delivery",
    "Discussion",
    "Dispatch",
    "Document",
    "Draft",
    "Event",
    "Evidence",
    "Exclusion",
    "Fact",
    "Finding",
    "Hearing",
    "HearingPanel",
    "Heartbeat",
    "Identity",
    "Initial",
    "IntegrityCheck",
    "LetterStyle",
    "LoginSession",
    "Meeting",
    "Notice",
    "Number",
    "NumberOpening",
    "Office",
    "Officer",
    "OfficerRole",
    "Opinion",
    "Outbox",
    "Outcome",
    "Override",
    "PanelRuling",
    "Party",
    "PasswordLink",
    "Preference",
    "PreventionTask",
    "Question",
    "RecoveryCode",
    "Referral",
    "ReferralItem",
    "Region",
    "RegulationRejection",
    "RegulationSample",
    "RegulationText",
    "ResumableUpload",
    "Review",
    "Rollup",
    "RuleRevision",
    "SameEventHint",
    "SavedView",
    "SecondFactor",
    "Signature",
    "Submission",
    "SubmissionConflict",
    "Transfer",
    "TransferStep",
    "UploadPart",
    "VulnerabilityAnswer",
    "VulnerabilityEvent",
    "VulnerabilityRound",
    "VulnerabilitySheet",
    "WorkMark",
]
