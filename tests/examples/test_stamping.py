"""Two savings of the same workbook become the same file."""

import io
import zipfile

from examples.stamping import stamped

CORE = '<cp><dcterms:modified xsi:type="W3CDTF">{}</dcterms:modified></cp>'
CHART = '<c:axId val="{0}"/><c:axId val="{1}"/><c:crossAx val="{1}"/><c:crossAx val="{0}"/>'


def saved(when: tuple[int, int, int, int, int, int], modified: str, axes: tuple[int, int]) -> bytes:
    stream = io.BytesIO()
    parts = {
        "docProps/core.xml": CORE.format(modified),
        "xl/charts/chart1.xml": CHART.format(*axes),
    }
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, when), text)
    return stream.getvalue()


def test_what_differs_from_saving_to_saving_is_taken_out() -> None:
    first = saved((2024, 1, 2, 3, 4, 6), "2024-01-02T03:04:06Z", (50989060, 37880616))
    again = saved((2025, 6, 7, 8, 9, 10), "2025-06-07T08:09:10Z", (7199623, 23747398))
    assert stamped(first) == stamped(again)


def test_the_axes_still_cross_each_other() -> None:
    data = stamped(saved((2024, 1, 2, 3, 4, 6), "2024-01-02T03:04:06Z", (77, 5)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("xl/charts/chart1.xml").decode() == CHART.format(1, 2)
