"""What to do in each step, in brief, for the person who runs the case."""

from samarbejde_cli.case.steps import Step

WORK: dict[Step, tuple[str, ...]] = {
    Step.INTAKE: (
        "Screen efter tjeklisten, og skriv beslutningen i sag.yaml under visitation.",
        "Skriv forældre og koordinator i sag.yaml.",
    ),
    Step.PRE_MEETING: (
        "Fortæl den unge om modellen, og spørg fra runde 2, hvordan møderne opleves.",
        "Hold formødet med den unge, og skriv ønskerne i rundens fil.",
        "Lad den unge vælge sin voksne og sit team, og skriv dem i team.yaml; de kan skifte.",
        "Få samtykket underskrevet, når det er nyt eller ændret, og skriv det af i samtykke.yaml.",
        "Skriv sagsresuméet i plan.yaml, eller før det ajour.",
    ),
    Step.MEETING: (
        "Skriv tid, sted og deltagere i rundens fil, og send indkaldelser og dagsorden.",
        "Skriv planen på mødet, på storskærm og i jeg-form, i plan.yaml.",
        "Print Mål- og aftaleskemaet, og få det underskrevet.",
    ),
    Step.FOLLOW_UP: (
        "Send en kopi af den underskrevne plan til alle, der var med.",
        "Journalfør formøde og møde.",
        "Aftal nye datoer, og skriv dem i rundens fil.",
    ),
    Step.CLOSED: ("Fortæl den unge og teamet, at møderne slutter, og send brevet om det.",),
    Step.REJECTED: (
        "Fortæl den, der henviste, hvorfor der ikke blev sagt ja.",
        "Send brevet med svaret til den unge.",
    ),
}
