import threading
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from interview.serving import places


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VIVA_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL")
    return tmp_path.resolve()


def test_everything_is_in_the_data_folder(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.data_folder() == data
    assert places.postgres_folder() == data / "postgres"


def test_default_data_folder_is_in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIVA_DATA", "")
    assert places.data_folder() == places.PROJECT / ".data"


def test_socket_is_in_a_short_folder_when_the_path_is_long(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIVA_DATA", "/data")
    assert places.socket_folder() == Path("/data/socket")

    monkeypatch.setenv("VIVA_DATA", "/" + "面" * 40)
    assert len(bytes(places.socket_folder())) < 80
    assert places.socket_folder() == places.socket_folder()


def test_address_keeps_a_folder_with_any_letters(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIVA_DATA", "/my data/面&面?")

    parts = urlsplit(places.database_url())

    assert parts.path == "/viva"
    assert parse_qs(parts.query) == {"host": ["/my data/面&面?/socket"]}


def test_secret_is_private_and_stays(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECRET_KEY")

    first = places.secret_key.__wrapped__()

    assert len(first) > 50
    assert places.secret_key.__wrapped__() == first
    assert (data / "secret").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in data.iterdir()] == ["secret"]


def test_all_who_come_at_once_get_the_same_content(data: Path) -> None:
    together = threading.Barrier(8)
    read = []

    def come(number: int) -> None:
        together.wait()
        read.append(places.keep(data / "kept", f"text of {number}" * 100))

    threads = [threading.Thread(target=come, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(read)) == 1
    assert read[0].startswith("text of")
