"""``fix`` and ``profile`` as the user sees them."""

import json

import pytest
from example_case import build, case_folder

UNTIDY = "sagsresume: Silje går i 9. klasse\n"
SHOWN = """\
--- sager/2026-001/plan.yaml
+++ sager/2026-001/plan.yaml
@@ -1 +1 @@
-sagsresume: Silje går i 9. klasse
+sagsresumé: Silje går i 9. klasse

"""


@pytest.fixture
def plan(tmp_path, monkeypatch):
    build(tmp_path)
    monkeypatch.chdir(tmp_path)
    path = case_folder(tmp_path) / "plan.yaml"
    path.write_text(UNTIDY, "utf-8")
    return path


class TestFix:
    def test_diff_shows_and_changes_nothing(self, run, plan):
        assert run("fix", "--diff") == (0, SHOWN, "")
        assert plan.read_text("utf-8") == UNTIDY

    def test_yes_shows_and_mends(self, run, plan):
        said = "1 fil rettet. Se, hvad der er tilbage, med `samarbejde validate`.\n"
        assert run("fix", "--yes") == (0, SHOWN + said, "")
        assert plan.read_text("utf-8") == UNTIDY.replace("resume", "resumé")

    def test_of_records_that_only_a_person_can_keep_apart_it_says_to_keep_both(self, run, plan):
        path = plan.with_name("historik.yaml")
        woven = "<<<<<<< HEAD\n- tid: 2026-02-20T10:00\n=======\n- tid: 2026-02-21T10:00\n"
        text = f"{path.read_text('utf-8')}\n{woven}>>>>>>> x\n  hvem: Anne Holm\n  runde: 1\n"
        path.write_text(text, "utf-8")
        code, out, _ = run("fix", "--yes")
        assert code == 1
        assert path.read_text("utf-8") == text
        said = " ".join(out.split())
        assert "Behold begge udgaver. Er to linjer blevet blandet til én, så slet ingen" in said
        assert "behold det rigtige" not in said

    def test_without_a_terminal_it_asks_for_yes(self, run, plan):
        code, out, err = run("fix")
        assert (code, out) == (2, SHOWN)
        assert "Der mangler et tilvalg: `--yes`." in err
        assert plan.read_text("utf-8") == UNTIDY

    def test_says_when_there_is_nothing_to_mend(self, run, plan):
        run("fix", "--yes")
        assert run("fix", "2026-001") == (0, "Der er intet at rette.\n", "")

    def test_mends_only_the_cases_that_are_named(self, run, plan):
        assert run("fix", "2026-002").code == 2
        assert run("fix", "sager/2026-001/plan.yaml", "--diff").out == SHOWN

    def test_works_when_the_settings_are_broken(self, run, plan, tmp_path):
        (tmp_path / "samarbejde.yaml").write_text("komune: Birkeby Kommune\n", "utf-8")
        out = run("fix", "--diff").out
        assert "-komune: Birkeby Kommune\n+kommune: Birkeby Kommune" in out
        assert SHOWN in out


class TestProfile:
    @pytest.fixture
    def settings(self, tmp_path, monkeypatch):
        path = tmp_path / "samarbejde.yaml"
        lines = (
            "kommune: Birkeby Kommune",
            "profil: national",
            "rytme: {ugedag: onsdag}",
            "lokaler: [{navn: Bøgen}]",
            "love: [{nøgle: egen, tekst: Vores vedtægt, fra: 2025-01-01, bruges_i: [plan]}]",
        )
        path.write_text("\n".join(lines) + "\n", "utf-8")
        monkeypatch.chdir(tmp_path)
        return path

    def test_every_value_has_an_origin_and_fits_80_columns(self, run, settings, monkeypatch):
        monkeypatch.setenv("COLUMNS", "80")
        code, out, err = run("profile")
        rows = {line.split()[0]: line.split()[-1] for line in out.splitlines() if line.split()}
        assert (code, err) == (0, "")
        assert max(map(len, out.splitlines())) <= 80
        assert rows["kommune"] == "samarbejde.yaml:1"
        assert rows["rytme.ugedag"] == "samarbejde.yaml:3"
        assert rows["rytme.møder"] == "national"
        assert rows["rytme.møde_minutter"] == "soroe-unge"
        assert rows["enhed"] == "programmet"

    def test_json_tells_what_a_value_is_for_and_what_it_replaces(self, run, settings):
        found = json.loads(run("profile", "--format", "json").out)
        values = {each["field"]: each for each in found["settings"]}
        assert found["version"] == 1
        assert values["rytme.ugedag"] == {
            "field": "rytme.ugedag",
            "value": "onsdag",
            "about": "Dagen, hvor møderne ligger",
            "origin": "samarbejde.yaml",
            "line": 3,
            "instead_of": "hverdag",
        }
        assert values["lokaler[1]"]["line"] == 4
        assert values["lokaler[1]"]["value"] == "navn: Bøgen"
        laws = [each for field, each in values.items() if field.startswith("love[")]
        assert laws[-1]["value"] == "egen: Vores vedtægt (2025-01-01 til …)"
        assert {each["origin"] for each in laws[:-1]} == {"national"}

    def test_every_rule_that_is_weighed_differently_shows_its_reason(self, run, settings):
        out = " ".join(run("profile").out.split())
        assert "regler.SAM806" in out
        assert "alvor: fra" in out

    def test_mistakes_in_the_settings_are_shown_with_their_places(self, run, settings):
        settings.write_text("kommune: B\nrytme: {ugedag: onsd}\n", "utf-8")
        code, out, err = run("profile")
        assert (code, out) == (2, "")
        assert "samarbejde.yaml:2:17" in err
        assert "Mente du `onsdag`?" in err
