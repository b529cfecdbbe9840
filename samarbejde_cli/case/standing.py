"""Where the person stands in education, work and support, and how a case ended (ti kommuner 4–5).

The words for education and work are those of the report, with the names of today where a kind of
school has got another.
"""

from samarbejde_cli.forms.fields import Score
from samarbejde_cli.forms.model import Field, LabelledChoice, Model
from samarbejde_cli.profile.monitoring import NamedIndicator


class Education(LabelledChoice):
    """What the person is being taught."""

    SCHOOL = "grundskole", "Grundskole, til og med 8. klasse"
    NINTH = "9-klasse", "9. klasse"
    TENTH = "10-klasse", "10. klasse"
    PRODUCTION_SCHOOL = "produktionsskole", "Produktionsskole"
    PREPARATORY = "fgu", "Forberedende grunduddannelse (FGU)"
    ADULT_CENTRE = "vuc", "VUC"
    SPECIAL = "stu", "Særligt tilrettelagt ungdomsuddannelse (STU)"
    GYMNASIUM = "gymnasial", "Gymnasial uddannelse"
    VOCATIONAL = "erhvervsuddannelse", "Erhvervsuddannelse"
    HIGHER = "videregående", "Videregående uddannelse"
    OTHER = "anden", "Anden uddannelse"
    NONE = "ingen", "Ikke i uddannelse"


class Employment(LabelledChoice):
    """What the person works with, or is ready for."""

    PART_TIME = "deltidsjob", "Deltidsjob, op til 29 timer om ugen"
    FULL_TIME = "fuldtidsjob", "Fuldtidsjob, over 29 timer om ugen"
    TRAINEE = "virksomhedspraktik", "Virksomhedspraktik"
    WAGE_SUBSIDY = "løntilskud", "Løntilskud"
    READY_FOR_EDUCATION = "uddannelsesparat", "Ledig, uddannelsesparat"
    READY_FOR_ACTIVITY = "aktivitetsparat", "Ledig, aktivitetsparat"
    REHABILITATION = "revalidering", "Revalideringsforløb"
    EARLY_PENSION = "førtidspension", "Førtidspension, med eller uden skånejob"
    OTHER = "andet", "Andet"
    NOT_RELEVANT = "ikke-relevant", "Ikke relevant"


class PublicSupport(LabelledChoice):
    """What the person lives on from the public."""

    NONE = "ingen", "Ingen"
    STUDENT_GRANT = "su", "SU"
    EDUCATION_HELP = "uddannelseshjælp", "Uddannelseshjælp (til 2025)"
    CASH_BENEFIT = "kontanthjælp", "Kontanthjælp"
    SICKNESS_BENEFIT = "sygedagpenge", "Sygedagpenge"
    RESOURCE_BENEFIT = "ressourceforløbsydelse", "Ressourceforløbsydelse"
    EARLY_PENSION = "førtidspension", "Førtidspension"
    OTHER = "anden", "Anden ydelse"


class Outcome(LabelledChoice):
    """How a case ended."""

    EXAM = "eksamen", "Har taget en eksamen"
    IN_EDUCATION = "i-uddannelse", "Er i uddannelse"
    IN_JOB = "i-job", "Er i job"
    BACK_IN_SCHOOL = "tilbage-i-skole", "Er tilbage i skole"
    MOVED = "flyttet", "Er flyttet"
    DECLINED = "ønsker-ikke", "Ønskede ikke at være med længere"
    TOO_OLD = "for-gammel", "Er for gammel til tilbuddet"
    OTHER = "andet", "Andet"


class Standing(Model):
    """The person's situation at one time: at intake, at a meeting, at the end."""

    education: Education | None = Field(None, alias="uddannelse", description="Uddannelse lige nu")
    employment: Employment | None = Field(
        None, alias="beskæftigelse", description="Beskæftigelse lige nu"
    )
    support: PublicSupport | None = Field(
        None, alias="forsørgelse", description="Offentlig forsørgelse lige nu"
    )

    @property
    def is_complete(self) -> bool:
        """Whether education and employment are both noted."""
        return self.education is not None and self.employment is not None


class Indicator(NamedIndicator):
    """One indicator under an area, such as motivation, preparation or attendance, with a number."""

    score: Score = Field(alias="tal", description="1 til 5")
