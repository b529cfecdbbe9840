"""The table of kinds: written by ``tools/make_commands.py``; change the kinds, not this."""

# fmt: off
TABLE = (
    ("screening", "screening", "screening"),
    ("pre-meeting", "formøde", "pre_meeting"),
    ("new-coordinator", "ny-koordinator", "new_coordinator"),
    ("consent", "samtykke", "consent"),
    ("experience", "oplevelse", "experience"),
    ("agenda", "dagsorden", "agenda"),
    ("invitation", "indkaldelse", "invitation"),
    ("cancellation", "aflysning", "cancellation"),
    ("goals", "mål-og-aftaleskema", "goals"),
    ("roles", "roller", "roles"),
    ("script", "drejebog", "script"),
    ("meeting-checklist", "mødetjekliste", "meeting_checklist"),
    ("economy", "enkeltsagsøkonomiark", "costs"),
    ("reminders", "huskeliste", "reminders"),
    ("dialogue", "dialogskema", "dialogue"),
    ("network-map", "netværkskort", "network_map"),
    ("network-overview", "netværks-og-indsatsoverblik", "network_overview"),
    ("three-houses", "de-3-huse", "inspiration"),
    ("vitalisation", "vitalisering", "inspiration"),
    ("leaflet", "pjece", "leaflet"),
    ("parent-sheet", "forældreark", "parent_sheet"),
    ("journal", "journaltekst", "journal"),
    ("refusal", "afslag", "refusal"),
    ("ending", "afslutning", "ending"),
)
