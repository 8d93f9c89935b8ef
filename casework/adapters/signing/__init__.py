"""Ways to sign a paper electronically: a certificate kept here, or the state's signing service."""

from casework.adapters.signing.bsre import BsreSigner
from casework.adapters.signing.pades import PadesSigner

__all__ = ["BsreSigner", "PadesSigner"]
