"""What `manage.py serve` survives, and what it leaves behind: nothing. Times are for two busy cores."""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tests.running_site import RunningSite, free_port, running_site, wait_for

pytestmark = pytest.mark.drill


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def site(data: Path) -> Iterator[RunningSite]:
    with running_site(data) as site:
        site.wait_until_up()
        yield site


def granian(site: RunningSite) -> psutil.Process:
    return site.named("granian")


def worker(site: RunningSite) -> psutil.Process:
    return site.named("granian", granian(site))


def postmaster(site: RunningSite) -> psutil.Process:
    return site.named("postgres -D")


def kill(*processes: psutil.Process) -> None:
    for process in processes:
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_signal_leaves_no_process(site: RunningSite, number: signal.Signals) -> None:
    assert site.stop(number) == 0
    assert site.processes() == []


@pytest.mark.parametrize("seconds", [0.1, 0.5, 1, 1.5, 2, 2.5, 3])
def test_term_while_starting_leaves_no_process(data: Path, seconds: float) -> None:
    with running_site(data) as site:
        time.sleep(seconds)
        site.stop()
        assert site.processes() == []
    with running_site(data) as site:
        site.wait_until_up()


@pytest.mark.parametrize("victim", [worker, granian, postmaster])
def test_killed_process_comes_back(site: RunningSite, victim: Callable[[RunningSite], psutil.Process]) -> None:
    dead = victim(site)
    kill(dead)

    wait_for(lambda: not dead.is_running() and site.status() == 200, 10)

    assert victim(site).pid != dead.pid
    assert site.stop() == 0
    assert site.processes() == []


def test_pages_say_503_while_the_database_is_away(site: RunningSite) -> None:
    postmaster(site).suspend()  # it accepts nobody new, and does not die, so that nothing is restarted
    kill(*[process for process in site.processes() if "idle" in " ".join(process.cmdline())])

    assert site.status() == 503

    postmaster(site).resume()
    wait_for(lambda: site.status() == 200, 10)


def test_all_killed_at_once_come_back(site: RunningSite) -> None:
    kill(worker(site), granian(site), postmaster(site))

    wait_for(lambda: site.status() == 200, 15)


def test_gives_up_when_the_web_server_keeps_dying(site: RunningSite) -> None:
    for _ in range(5):
        wait_for(lambda: site.supervisor.poll() is not None or site.status() == 200, 20)
        kill(granian(site))
        wait_for(lambda: site.status() is None, 5)

    assert site.supervisor.wait(30) == 1
    assert "giving up" in site.printed()
    assert site.processes() == []


def test_killed_supervisor_leaves_no_process(site: RunningSite, data: Path) -> None:
    site.supervisor.kill()

    wait_for(lambda: not site.processes(), 10)

    with running_site(data, site.port) as again:
        again.wait_until_up()


def test_start_right_after_a_killed_supervisor(site: RunningSite, data: Path) -> None:
    site.supervisor.kill()

    with running_site(data, site.port) as again:
        again.wait_until_up()
        assert again.stop() == 0
        assert again.processes() == []


def test_start_with_all_left_running_by_a_killed_supervisor(site: RunningSite, data: Path) -> None:
    """As where the kernel does not end children with their parent."""
    left = [granian(site), postmaster(site)]
    for process in left:
        process.suspend()  # so that they cannot hear of it in time
    site.supervisor.kill()
    site.supervisor.wait()
    with running_site(data, site.port) as again:
        for process in left:
            if process.name() == "postgres":
                process.resume()
        again.wait_until_up()
        assert not any(process.is_running() for process in left)


def test_stale_pid_files_do_not_block(data: Path) -> None:
    with running_site(data) as site:
        site.wait_until_up()
        site.stop()
    lock = f"{os.getpid()}\n{data}/postgres\n1\n5432\n{data}/socket\n\n 1 1\nready\n"  # a pid that is alive: ours
    (data / "postgres/postmaster.pid").write_text(lock)
    (data / "socket/.s.PGSQL.5432.lock").write_text(lock)

    with running_site(data) as site:
        site.wait_until_up()


def test_taken_port_is_said_before_anything_starts(data: Path) -> None:
    with socket.create_server(("127.0.0.1", free_port())) as taken:
        port = taken.getsockname()[1]
        with running_site(data, port) as site:
            assert site.supervisor.wait(20) == 1
            assert site.printed() == f"Port {port} is taken. Try `make run PORT={port + 1}`.\n"
    assert not (data / "postgres").exists()


def test_data_folder_that_cannot_be_written_is_named(data: Path) -> None:
    data.touch()

    with running_site(data) as site:
        assert site.supervisor.wait(20) == 1
        assert str(data) in site.printed()
        assert "VIVA_DATA" in site.printed()
        assert "Traceback" not in site.printed()


def test_second_site_on_a_data_folder_leaves_the_first_alone(site: RunningSite, data: Path) -> None:
    with running_site(data) as second:
        assert second.supervisor.wait(20) == 1
        assert f"in use by pid {site.supervisor.pid}" in second.printed()
        assert site.status() == 200
        assert site.supervisor.poll() is None
        site.stop()


def test_database_url_that_does_not_answer_is_said(data: Path) -> None:
    with running_site(data, DATABASE_URL=f"postgresql://viva@127.0.0.1:{free_port()}/viva") as site:
        assert site.supervisor.wait(60) == 1
        assert "DATABASE_URL did not answer in 30 seconds" in site.printed()
        assert site.processes() == []


def test_other_database_server_is_used(site: RunningSite, tmp_path: Path) -> None:
    url = f"postgresql://postgres@/viva?host={site.data}/socket"
    with running_site(tmp_path / "other", DATABASE_URL=url) as other:
        other.wait_until_up()
        assert other.stop() == 0
        assert other.processes() == []
        assert not (tmp_path / "other/postgres").exists()
