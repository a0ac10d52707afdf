"""A cold start costs no more than a tenth above the committed figures, in instructions as valgrind counts them.

Not among the tests that run by default, since valgrind is no package of Python: ``.ci/run`` installs it and runs this.

    python -m pytest tests/instructions.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.figures import compare_figures, count_figures, recorded_figures


def test_a_cold_start_needs_no_more_instructions_than_recorded():
    assert compare_figures(recorded_figures(), count_figures()) == []
