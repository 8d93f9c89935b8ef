"""What an operator is told is what there is: settings, figures, packages, the containers."""

from __future__ import annotations

import ast
import re

import yaml

from casework.settings import Settings
from tests.house.source import ROOT, modules
from tests.image import compose

GUIDE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "docker" / "compose.yaml").read_text(encoding="utf-8"))
SETTINGS = {f"CASEWORK_{name.upper()}" for name in Settings.model_fields}


def test_every_setting_is_explained() -> None:
    table = GUIDE.partition("## Settings")[2].partition("\n## ")[0]
    named = set(re.findall(r"CASEWORK_[A-Z_]+", table))
    assert named == SETTINGS


def test_every_figure_is_explained() -> None:
    figures = {
        node.args[0].value
        for module in modules("casework", "flows")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"_one", "_many", "GaugeMetricFamily", "Histogram", "Counter"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(figures) > 6
    assert [name for name in sorted(map(str, figures)) if f"`{name}" not in GUIDE] == []


def test_the_containers_know_only_settings_that_there_are() -> None:
    for name, service in COMPOSE["services"].items():
        given = {one for one in service.get("environment", {}) if one.startswith("CASEWORK_")}
        assert given <= SETTINGS, name


def test_each_container_that_stays_says_whether_it_is_well() -> None:
    stay = {name: one for name, one in COMPOSE["services"].items() if one.get("restart") != "no"}
    assert len(stay) == 6
    assert [name for name, one in stay.items() if "healthcheck" not in one] == []


def test_what_the_test_of_the_image_reads_of_compose_is_filled_in() -> None:
    given = {"POSTGRES_PASSWORD": "abc", "CASEWORK_SECRET_KEY": "def", "CASEWORK_PUBLIC_URL": "ghi"}
    read = compose.services(ROOT / "docker" / "compose.yaml", given)
    assert list(read) == ["prefect", "migrate", "web", "worker"]
    web = read["web"]
    assert web.command[:2] == ("gunicorn", "webui.app:create_app()")
    assert web.environment["CASEWORK_DATABASE_URL"] == "postgresql://casework:abc@database/casework"
    assert web.environment["CASEWORK_TRUSTED_PROXIES"] == "1"
    assert "CASEWORK_SMTP_HOST" not in web.environment
    assert web.mounts == {"data": "/var/lib/casework", "master_key": "/run/secrets/master_key"}
    assert web.health[0] == "python"
    assert read["migrate"].health == ()
    assert set(read["prefect"].mounts) == {"data"}
    assert "${" not in str(read)


def test_the_image_has_the_packages_of_the_set_up() -> None:
    image = (ROOT / "docker" / "Dockerfile").read_text(encoding="utf-8")
    line = re.search(r'^RUN_PACKAGES="(.*)"', (ROOT / "scripts/lib/packages.sh").read_text(), re.M)
    assert line
    assert set(line[1].split()) <= set(image.split())
    assert "USER casework" in image
