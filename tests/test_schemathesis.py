"""The API holds to its own description, whatever it is asked: no breakdown, no odd answer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kawat import Record
from kawat.web.app import create_app

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
HEADERS = {"Authorization": "Bearer rahasia", "Host": "localhost"}


@pytest.fixture(scope="module")
def described(
    example_record: Record, tmp_path_factory: pytest.TempPathFactory
) -> schemathesis.BaseSchema:
    """A copy of the examples' record at a desk for writing: decisions are made in it."""
    copy: Path = tmp_path_factory.mktemp("api") / "salinan.kawat"
    shutil.copy(str(example_record.where), copy)
    app = create_app(copy, write=True, token="rahasia")
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=HEADERS)


@pytest.mark.slow
def test_the_api_answers_as_it_says(described: schemathesis.BaseSchema) -> None:
    asked = set()
    for found in described.get_all_operations():
        operation = found.ok()

        @settings(
            max_examples=20,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def holds(case: schemathesis.Case) -> None:
            case.call_and_validate(headers=HEADERS, checks=CHECKS)

        holds()
        asked.add(operation.label)
    assert len(asked) > 15
