"""A session at Python's prompt without the prompt: text in, text out. It runs in the page, and in the tests."""

import ast
import contextlib
import io
import traceback

__all__ = ["Session"]


class Session:
    """Names that live from one run to the next."""

    def __init__(self) -> None:
        """Begin with none."""
        self.names: dict[str, object] = {"__name__": "__main__"}

    def run(self, code: str) -> str:
        r"""Run statements as a prompt would, one after the other, and return what they print.

        An expression shows its value. An error shows its last line, and the next statement runs.

        >>> print(Session().run("a = 1\na + 1\nb"), end="")
        2
        Traceback (most recent call last):
        NameError: name 'b' is not defined
        """
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            try:
                statements = ast.parse(code).body
            except SyntaxError as error:
                print(*traceback.format_exception_only(error), sep="", end="")
                return printed.getvalue()
            for statement in statements:
                self._run_one(statement)
        return printed.getvalue()

    def _run_one(self, statement: ast.stmt) -> None:
        compiled = compile(ast.Interactive([statement]), "<page>", "single")
        try:
            exec(compiled, self.names)  # noqa: S102 - the reader's own code, in the reader's own browser
        except Exception as error:  # noqa: BLE001 - whatever it raises is shown, as a prompt does
            print("Traceback (most recent call last):")
            print(*traceback.format_exception_only(error), sep="", end="")
