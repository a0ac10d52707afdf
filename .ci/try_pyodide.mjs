// Run tests on the CPython that Pyodide is, which has no processes, no threads and 32 bits.
//
// node try_pyodide.mjs CHECKOUT PACKAGES ARGUMENT...      ARGUMENT: of pytest

import { loadPyodide } from "pyodide";

const [checkout, packages, ...args] = process.argv.slice(2);
const pyodide = await loadPyodide();
pyodide.mountNodeFS("/checkout", checkout);
pyodide.mountNodeFS("/packages", packages);
pyodide.globals.set("arguments", pyodide.toPy(args));
process.exitCode = pyodide.runPython(`
import os, sys
sys.path[:0] = ["/checkout/src", "/packages"]
sys.dont_write_bytecode = True
os.chdir("/checkout")
print("Python", sys.version)
import pytest
int(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", *arguments]))
`);
