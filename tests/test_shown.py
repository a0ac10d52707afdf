"""What notebooks show: small escaped tables, with names and not ids."""

import re

import attrs

import nordic_partnerships as nordic

OLD = nordic.load("2026.11.0")
NEW = nordic.load("2026.11.1")


def cells(html):
    return re.findall("<td>(.*?)</td>", html)


def test_memberships_are_called_by_the_names_of_their_sides():
    answer = NEW.memberships(network="Una Europa", as_of="2024")
    assert "University of Helsinki in Una Europa" in cells(answer._repr_html_())
    timeline = NEW.timeline_of("University of Helsinki")
    assert any("University of Helsinki in" in cell for cell in cells(timeline._repr_html_()))
    assert not any("university-of-helsinki in" in cell for cell in cells(timeline._repr_html_()))


def test_an_explanation_is_tables_of_times_evidence_and_other_claims():
    dispute = nordic.Dispute(NEW.network("UNICA"), "founded", "1990", "<1991>", None, ())
    html = attrs.evolve(NEW.explain("UNICA"), disputes=(dispute,))._repr_html_()
    assert cells(html)[-4:] == ["founded", "1990", "&lt;1991&gt;", ""]
    assert [re.sub("<.*?>", "", caption) for caption in re.findall("<caption>(.*?)</caption>", html)][1:] == [
        "Evidence",
        "Other claims",
    ]
    assert len(re.findall("<tr>", html)) <= 3 + 2 * 11 + 5
    assert re.search(r"<p>\.\.\. and \d+ more</p>", html)
    html = NEW.explain("university-of-helsinki--university-of-nairobi")._repr_html_()
    assert html.count("<caption>") == 2
    assert "<tr><th>since</th><td><nobr>2021-03-24</nobr></td></tr>" in html


def test_an_explanation_is_escaped():
    explanation = OLD.explain("una-europa")
    (evidence, *_) = explanation.evidence
    hostile = evidence._replace(source=attrs.evolve(evidence.source, title="<script>x</script>" + "x" * 500))
    html = attrs.evolve(explanation, evidence=(hostile,))._repr_html_()
    assert "<script>" not in html
    assert "x" * 100 not in html


def test_a_comparison_is_a_screenful_with_the_counts_of_all_changes():
    comparison = nordic.compare(OLD, NEW)
    html = comparison._repr_html_()
    assert html.count("<tr>") == 16
    assert f"<p>... and {len(comparison) - 15:,} more</p>" in html
    assert "<caption>2026.11.0 to 2026.11.1: " in html
    nothing = nordic.compare(OLD, OLD)._repr_html_()
    assert "no changes" in nothing
    assert "<p>" not in nothing


def test_a_reference_shows_its_text_and_its_entry():
    html = NEW.cite()._repr_html_()
    assert "<tr><th>bibtex</th><td>@misc{" in html
    assert "\\n" not in html
