"""A desk asked for its pages without a browser."""

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from department.desk.office import Office
from department.desk.server import make_app
from department.register.address import folder_address
from department.workers import Workers
from examples.recipes import INBOX

ORIGIN = "http://127.0.0.1:8123"
TOKEN = "hemmelig"
PAGES = f"/{TOKEN}/da/"
TODAY = date(2021, 2, 1)


@dataclass(frozen=True)
class AtTheDesk:
    """Its folders, and what a browser that was given its address does."""

    office: Office
    client: FlaskClient

    def get(self, path: str) -> TestResponse:
        return self.client.get(f"{PAGES}{path}", base_url=ORIGIN)

    def post(self, path: str, **fields: object) -> TestResponse:
        """Post a form, and follow where it leads; `text` of a page that is trouble as well."""
        return self.client.post(
            f"{PAGES}{path}",
            base_url=ORIGIN,
            data=fields,
            headers={"Origin": ORIGIN},
            follow_redirects=True,
        )

    def hand_in(self, files: Mapping[str, bytes], received: str = "") -> str:
        """Hand files in and wait for their verdicts; what the page says then."""
        sent = [(io.BytesIO(data), name) for name, data in files.items()]
        self.post("files", files=sent, received=received)
        return self.judged()

    def judged(self) -> str:
        """The inbox's page once the round has come to its end."""
        self.office.close()
        return self.get("").text

    def file(self, name: str) -> str:
        """The address of a received file's page."""
        found = re.search(rf'href="([^"]*/files/\d+)">{re.escape(name)}', self.get("").text)
        assert found is not None, name
        return found[1].removeprefix(PAGES)


@contextmanager
def desk_in(folder: Path) -> Iterator[AtTheDesk]:
    """A desk with folders of its own."""
    out = folder / "ud"
    with Workers(1) as workers:
        office = Office(folder / "ind", out, folder_address(out / "register"), workers, TODAY)
        office.open("da")
        app = make_app(office, ORIGIN, TOKEN, lambda: None)
        yield AtTheDesk(office, app.test_client())
        office.close()


def examples(*names: str) -> dict[str, bytes]:
    """Files of the example inbox."""
    return {name: (INBOX / name).read_bytes() for name in names}
