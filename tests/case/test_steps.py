import pytest

from samarbejde_cli.case.steps import (
    ENGLISH,
    ORDER,
    REOPENINGS,
    TRANSITIONS,
    Step,
    find_step,
    starts_round,
    step_before,
)


@pytest.mark.parametrize(
    ("word", "step"),
    [
        ("møde", Step.MEETING),
        ("MØDE", Step.MEETING),
        ("mode", Step.MEETING),
        ("meeting", Step.MEETING),
        ("pre-meeting", Step.PRE_MEETING),
        ("pre meeting", Step.PRE_MEETING),
        ("formøde", Step.PRE_MEETING),
        ("follow_up", Step.FOLLOW_UP),
        ("opfolgning", Step.FOLLOW_UP),
        ("afvist", Step.REJECTED),
        ("closed", Step.CLOSED),
        ("", None),
        ("mødet", None),
    ],
)
def test_a_step_is_known_by_its_danish_and_its_english_name(word, step):
    assert find_step(word) is step


def test_every_step_has_an_english_name_and_a_line_in_the_table():
    assert set(ENGLISH.values()) == set(Step) == set(TRANSITIONS)


def test_only_ends_have_no_way_on():
    assert {step for step, ways in TRANSITIONS.items() if not ways} == {
        step for step in Step if step.is_end
    }


def test_the_first_way_out_leads_through_the_round_and_into_the_next():
    assert [TRANSITIONS[step][0] for step in ORDER] == [*ORDER[1:], Step.PRE_MEETING]
    assert starts_round(Step.FOLLOW_UP, Step.PRE_MEETING)
    assert not starts_round(Step.INTAKE, Step.PRE_MEETING)


def test_every_end_can_be_opened_again_to_steps_that_lead_to_it():
    assert set(REOPENINGS) == {step for step in Step if step.is_end}
    for end, ways in REOPENINGS.items():
        assert all(end in TRANSITIONS[step] for step in ways)


@pytest.mark.parametrize(
    ("step", "number", "before"),
    [
        (Step.INTAKE, 1, None),
        (Step.PRE_MEETING, 1, (Step.INTAKE, 1)),
        (Step.MEETING, 1, (Step.PRE_MEETING, 1)),
        (Step.FOLLOW_UP, 2, (Step.MEETING, 2)),
        (Step.PRE_MEETING, 2, (Step.FOLLOW_UP, 1)),
        (Step.CLOSED, 3, None),
        (Step.REJECTED, 1, None),
    ],
)
def test_the_way_back_is_the_way_on_the_other_way_round(step, number, before):
    assert step_before(step, number) == before
    if before:
        assert TRANSITIONS[before[0]][0] is step
        assert before[1] + starts_round(before[0], step) == number
