"""RP-1xx: a file that is no workbook, that could be read in two ways, or that runs things."""

from tests.validators.cases.case import REPORT, one, variant

CASES = (
    *(
        one(code, None, None, None, variant(name))
        for code, name in {
            "RP-101": "containers/cut_off_in_the_directory",
            "RP-102": "formats/a_portable_document",
            "RP-103": "formats/a_workbook_with_a_password",
            "RP-117": "formats/a_workbook_encrypted_by_a_label",
            "RP-104": "containers/empty",
            "RP-107": "containers/a_bomb_by_its_ratio",
            "RP-108": "containers/a_second_workbook_after_the_end",
            "RP-110": "activity/macros_without_a_relation",
            "RP-111": "activity/a_link_to_another_workbook",
            "RP-112": "activity/a_connection",
            "RP-114": "activity/a_workbook_for_macros_that_has_none",
            "RP-115": "programs/the_pane_of_an_add_in_open",
        }.items()
    ),
    one("RP-113", REPORT, "S17", None, variant("activity/a_link_to_a_page")),
)
