"""What is guessed first is no password, however many figures stand around it."""

from __future__ import annotations

import doctest

import pytest

from casework.errors import BadInput
from casework.services.people import officers, password_strength


@pytest.mark.parametrize(
    "password",
    [
        "bawaslu12345", "Bawaslu2024!!", "B4w4slu_Bengkulu", "bengkulu-selatan1", "P@ssw0rd1234",
        "qwertyuiop12", "Rahasia!!2025", "admin.admin.1", "198507152010", "0812-3456-7890",
        "Sri.Handayani7", "pemilu2029!!", "aaaaaaaaaaaaaaaa", "abcdefghijklmnop", "081373645289",
        "januari-februari", "!!!!????!!!!????", "correcthorse", "x" * 512 + "abcdefgh",
    ],
)  # fmt: skip
def test_what_is_guessed_first_is_refused(password: str) -> None:
    with pytest.raises(BadInput, match="mudah ditebak"):
        officers.check_password("sri.handayani", password, "Sri Handayani, S.H.")


@pytest.mark.parametrize(
    "password",
    [
        "perahu-bambu-di-danau", "kopi hitam tanpa gula", "xK7#mQ2!vR9z",
        "bawaslu jeruk tenda lima", "8vdtq2mzkx4w", "x#K!m&2?vR9z", "perahu di danau " * 60,
        "сложный-пароль-здесь",
    ],
)  # fmt: skip
def test_what_nobody_guesses_is_taken(password: str) -> None:
    officers.check_password("sri.handayani", password, "Sri Handayani, S.H.")


def test_its_examples_hold() -> None:
    assert doctest.testmod(password_strength).failed == 0
