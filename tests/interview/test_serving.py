import signal
from pathlib import Path

import pytest

from interview.serving import Refused, folder, places
from interview.serving.commands import needs_database
from interview.serving.web import from_environment
from tests.running_site import running_site


def test_serve_answers_and_term_leaves_no_process(tmp_path: Path) -> None:
    with running_site(tmp_path / "data", VIVA_DEMO="1") as site:
        site.wait_until_up()

        assert site.stop(signal.SIGTERM) == 0
        assert site.processes() == []
    people = tmp_path / "data/demo-people.txt"
    assert people.stat().st_mode & 0o777 == 0o600
    assert people.read_text().splitlines()[0].split() == site.printed().split("Sign in as")[1].split()[:2]


def test_second_holder_of_a_data_folder_is_told_the_first(tmp_path: Path) -> None:
    with folder.held(tmp_path) as was_killed:
        assert not was_killed
        with pytest.raises(folder.InUse, match=r"in use by pid \d+"), folder.held(tmp_path):
            pass
    with folder.held(tmp_path) as was_killed:
        assert not was_killed


def test_holder_that_left_its_pid_was_killed(tmp_path: Path) -> None:
    (tmp_path / "running").write_text("4711")

    with folder.held(tmp_path) as was_killed:
        assert was_killed


def test_data_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(Refused, match="VIVA_DATA"):
        folder.check_writable(tmp_path / "file" / "data")


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "8000 ", "٣"])
def test_port_that_is_none_is_refused(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", port)

    with pytest.raises(Refused, match="PORT"):
        from_environment()


@pytest.mark.parametrize(
    ("command", "needed"),
    [
        ("", False),
        ("--help", False),
        ("help migrate", False),
        ("migrate --help", False),
        ("check --deploy", False),
        ("score_answers file.yaml", False),
        ("migrate", True),
        ("bank load", True),
        ("shell", True),
    ],
)
def test_only_commands_that_need_it_get_the_database(command: str, needed: bool) -> None:
    assert needs_database(["manage.py", *command.split()]) is needed


def test_given_database_is_not_the_embedded_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example/viva")
    assert not places.uses_embedded_database()

    monkeypatch.delenv("DATABASE_URL")
    assert places.uses_embedded_database()
