"""Names that a file refers to; an editor proposes those that a workspace has."""

from typing import Annotated, TypeAlias

from samarbejde_cli.forms.spellings import spelled

ProfileName: TypeAlias = Annotated[str, spelled("profil")]
DepartmentName: TypeAlias = Annotated[str, spelled("afdeling")]
PlaceName: TypeAlias = Annotated[str, spelled("sted")]
"""A department or a centre, or a school, a firm, another authority: whatever it is called."""
RoomName: TypeAlias = Annotated[str, spelled("lokale")]
StaffName: TypeAlias = Annotated[str, spelled("medarbejder")]
PersonName: TypeAlias = Annotated[str, spelled("person")]
ResponsibleName: TypeAlias = Annotated[str, spelled("ansvarlig")]
StatementKey: TypeAlias = Annotated[str, spelled("udsagn")]
GroupKey: TypeAlias = Annotated[str, spelled("gruppe")]
ExclusionKey: TypeAlias = Annotated[str, spelled("udelukkelse")]
RuleCode: TypeAlias = Annotated[str, spelled("regel")]
PaperName: TypeAlias = Annotated[str, spelled("papir")]
