"""One blueprint an area; a view asks for a page, or hands one act to one service."""

from __future__ import annotations

from flask import Blueprint


def blueprints() -> tuple[Blueprint, ...]:
    """Every area of the product."""
    from webui.views import (
        account,
        auth,
        cases,
        checks,
        clarification,
        components,
        desk,
        documents,
        doors,
        drafts,
        files,
        forecast,
        guide,
        health,
        identity,
        intake,
        law,
        letters,
        links,
        matrix,
        paraf,
        password_link,
        plain,
        pleno,
        preferences,
        questions,
        referral,
        review,
        second_factor,
        signing,
        verification,
        versions,
    )

    areas = (
        account,
        auth,
        cases,
        checks,
        clarification,
        components,
        desk,
        doors,
        documents,
        drafts,
        files,
        forecast,
        guide,
        health,
        identity,
        intake,
        law,
        letters,
        links,
        matrix,
        paraf,
        password_link,
        plain,
        pleno,
        preferences,
        questions,
        referral,
        review,
        signing,
        verification,
        second_factor,
        versions,
    )
    return tuple(area.bp for area in areas)
