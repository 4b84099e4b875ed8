"""`rp batch --dask`: the same chunks on a cluster, the same verdicts."""

import pytest

from resultatplan.library import built_in_plans
from tests.workbooks.templates import template_bytes


@pytest.fixture(scope="module")
def cluster():
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, dashboard_address=None, processes=True
    ) as local:
        yield local.scheduler_address


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "indbakke"
    folder.mkdir()
    templates = [template_bytes(plan) for plan in built_in_plans()[:2]]
    for number in range(9):
        (folder / f"{number:02}.xlsx").write_bytes(templates[number % 2])
    (folder / "99 ødelagt.xlsx").write_bytes(b"PK\x03\x04 noget andet")
    return folder


def test_a_cluster_gives_the_same_verdicts(rp, cluster, inbox, tmp_path):
    here = rp("batch", inbox, "--out", tmp_path / "ud", "--json")

    there = rp("batch", inbox, "--out", tmp_path / "ud", "--json", "--dask", cluster)

    assert there.code == here.code == 0
    assert there.json == here.json


def test_a_cluster_that_does_not_answer_is_said_plainly(rp, inbox, tmp_path, monkeypatch):
    distributed = pytest.importorskip("distributed")
    client = distributed.Client
    monkeypatch.setattr(
        distributed, "Client", lambda address, timeout: client(address, timeout="0.5s")
    )

    refused = rp("batch", inbox, "--out", tmp_path / "ud", "--dask", "tcp://127.0.0.1:9")

    assert refused.code == 2
    assert "svarer ikke" in refused.err
