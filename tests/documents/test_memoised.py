"""What the letters of a case have in common is worked out once, and never for another case."""

from samarbejde_cli.documents.memoised import for_the_same


def counting(calls):
    @for_the_same
    def work(one, other=None):
        calls.append((one, other))
        return [one, other]

    return work


def test_the_very_same_arguments_give_the_result_that_is_there():
    calls, case = [], ["case"]
    work = counting(calls)
    assert work(case) is work(case)
    assert work(case, case) is work(case, case)
    assert len(calls) == 2


def test_arguments_that_are_only_equal_are_others():
    calls = []
    work = counting(calls)
    work(["case"])
    work(["case"])
    assert len(calls) == 2


def test_more_or_fewer_arguments_are_others():
    calls, case = [], ["case"]
    work = counting(calls)
    work(case)
    work(case, case)
    work(case)
    assert len(calls) == 3
