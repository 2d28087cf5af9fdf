#!/usr/bin/env bash
# Times whole runs of the command, from process start to exit: CPU seconds (user + system) and peak memory.
# `benchmarks/generate.sh [RUNS]`; 5 runs of each header by default, of which the median counts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

runs=${1:-5}
./ffigen --version > /dev/null
llvm=$(ls -d /usr/lib/llvm-*/include/clang-c 2> /dev/null | sort -V | tail -1 || true)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

python3 - "$runs" "$out" "${llvm%/clang-c}" << 'PYTHON'
import os, statistics, sys, time

runs, out, llvm = int(sys.argv[1]), sys.argv[2], sys.argv[3]
CASES = [  # header, arguments of clang, goal in CPU seconds: half of what jextract takes
    ("headers-fixtures/headers/point.h", [], None),
    ("zlib.h", [], 1.2),
    ("sqlite3.h", [], 1.2),
    ("clang-c/Index.h", ["-I" + llvm], 1.5),
]

def run(header, clang, folder):
    command = ["generator-cli/target/app/bin/ffigen", "--header", header, "--out", folder]
    command += ["--", *clang] if clang else []
    start = time.monotonic()
    process = os.fork()
    if process == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.execv(command[0], command)
    _, status, usage = os.wait4(process, 0)
    if status != 0:
        sys.exit(f"{header}: ffigen ended with status {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024

print(f"{'header':34} {'CPU s':>6} {'goal':>5} {'wall s':>7} {'MB':>5}")
for number, (header, clang, goal) in enumerate(CASES):
    if not any(os.path.exists(f"{folder}/{header}") for folder in [".", "/usr/include", *(a[2:] for a in clang)]):
        print(f"{header:34} not installed")
        continue
    run(header, clang, f"{out}/{number}")  # the first run may fill caches
    cpu, wall, memory = zip(*(run(header, clang, f"{out}/{number}-{i}") for i in range(runs)))
    median = statistics.median(cpu)
    verdict = "" if goal is None else "  within the goal" if median <= goal else "  OVER THE GOAL"
    print(f"{header:34} {median:6.2f} {goal or '':>5} {statistics.median(wall):7.2f} {max(memory):5.0f}{verdict}")
PYTHON
