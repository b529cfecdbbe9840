"""Write the Word templates that ship: ``python tools/templates/make_templates.py [FOLDER]``.

The files in ``templates/`` are what it writes; a test fails when they differ. All wording is
our own; the order of the parts and the headings of the form follow the handbook, Bilag 1 to 5.
"""

import sys
from pathlib import Path

from after_meeting import costs, meeting_checklist
from consent import consent
from dialogue import dialogue
from experience import experience
from goal_form import goal_form
from inspiration import three_houses, vitalisation
from journal import journal
from leaflet import leaflet
from letters import cancellation, first_agenda, first_invitation, later_agenda, later_invitation
from meeting_day import meeting_day
from network import network_map, network_overview
from new_coordinator import new_coordinator
from pre_meeting import first_pre_meeting, later_pre_meeting
from roles import roles
from screening import screening
from script import first_script, later_script

SHIPPED = Path(__file__).parents[2] / "templates"
TEMPLATES = {
    "formøde-første.docx": first_pre_meeting,
    "formøde-opfølgning.docx": later_pre_meeting,
    "ny-koordinator.docx": new_coordinator,
    "samtykke.docx": consent,
    "screening.docx": screening,
    "oplevelse.docx": experience,
    "roller.docx": roles,
    "drejebog-første.docx": first_script,
    "drejebog-opfølgning.docx": later_script,
    "mødetjekliste.docx": meeting_checklist,
    "enkeltsagsøkonomiark.docx": costs,
    "dagsorden-første.docx": first_agenda,
    "dagsorden-opfølgning.docx": later_agenda,
    "indkaldelse-første.docx": first_invitation,
    "indkaldelse-opfølgning.docx": later_invitation,
    "aflysning.docx": cancellation,
    "mål-og-aftaleskema.docx": goal_form,
    "pjece.docx": leaflet,
    "journaltekst.docx": journal,
    "dialogskema.docx": dialogue,
    "netværkskort.docx": network_map,
    "netværks-og-indsatsoverblik.docx": network_overview,
    "de-3-huse.docx": three_houses,
    "vitalisering.docx": vitalisation,
    "mødedag.docx": meeting_day,
}


def main(folder: Path) -> None:
    """Write every template into a folder."""
    for name, make in TEMPLATES.items():
        (folder / name).write_bytes(make().file())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED)
